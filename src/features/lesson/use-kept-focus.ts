import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the focused button disappears because its work is done, the browser drops the focus. The element that the
 * returned ref is given to takes it over when `isDone` turns true; a focus elsewhere, in the editor say, is left alone.
 */
export function useKeptFocus<T extends HTMLElement>(isDone: boolean): RefObject<T | null> {
  const ref = useRef<T>(null);
  const wasDone = useRef(isDone);

  useEffect(() => {
    const hasLostFocus = document.activeElement === null || document.activeElement === document.body;
    if (isDone && !wasDone.current && hasLostFocus) ref.current?.focus();
    wasDone.current = isDone;
  }, [isDone]);

  return ref;
}
