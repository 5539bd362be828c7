import { useEffect } from 'react';
import { useAppStore } from '#state/use-app-store.ts';

/** On a page that is no lesson none stays open behind it. */
export function useCloseLesson(): void {
  const closeLesson = useAppStore((state) => state.closeLesson);
  useEffect(() => closeLesson(), [closeLesson]);
}
