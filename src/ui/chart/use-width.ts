import { useEffect, useState, type RefObject } from 'react';

/** The width of an element in whole pixels, followed as it changes; `unmeasured` before it was seen. */
export function useWidth(ref: RefObject<Element | null>, unmeasured: number): number {
  const [width, setWidth] = useState(unmeasured);

  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // 0 is an element that is not shown; drawing for it would be for nothing.
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);

  return width;
}
