import { useEffect } from 'react';
import { useAppStore } from '#state/use-app-store.ts';

/** Names the page in the browser's tab and history, as the built pages are named; null is the home page. */
export function usePageTitle(title: string | null): void {
  const courseTitle = useAppStore(({ course }) => course.title);
  useEffect(() => {
    document.title = pageTitle(title, courseTitle);
  }, [title, courseTitle]);
}

export function pageTitle(title: string | null, courseTitle: string): string {
  return title === null ? `Rowhouse: ${courseTitle}` : `${title}: Rowhouse`;
}
