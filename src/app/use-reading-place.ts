import { useEffect, type RefObject } from 'react';
import { useLocation } from 'react-router';

/**
 * Shows the part of the page that the address names, as a browser does for a page of its own: the heading behind `#`,
 * else the top. `pageId` changes when the text has arrived.
 */
export function useReadingPlace(scroller: RefObject<HTMLElement | null>, pageId: string | null): void {
  const location = useLocation();
  useEffect(() => {
    if (pageId === null) return;
    const id = decodeURIComponent(location.hash.slice(1));
    const heading = id === '' ? null : document.getElementById(id);
    if (heading === null) {
      scroller.current?.scrollTo({ top: 0 });
      return;
    }
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }, [scroller, pageId, location]);
}
