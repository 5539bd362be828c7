import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus a place when what had it is gone: a button that was pressed and left with its panel. `changes` is what
 * such things leave by; `place` finds where the focus goes then.
 */
export function useFocusBack(
  root: RefObject<HTMLElement | null>,
  place: (root: HTMLElement) => HTMLElement | null,
  changes: readonly unknown[],
): void {
  const wasInside = useRef(false);

  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      // A dialog stands for what opened it.
      if (!(target instanceof Element) || target.closest('[role=dialog], [role=alertdialog]') !== null) return;
      wasInside.current = root.current?.contains(target) === true;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [root]);

  useEffect(() => {
    // After whoever means to take it has.
    const later = setTimeout(() => {
      if (!wasInside.current || document.activeElement !== document.body || root.current === null) return;
      place(root.current)?.focus({ preventScroll: true });
    }, 50);
    return () => clearTimeout(later);
    // oxlint-disable-next-line react/exhaustive-deps -- what to watch is the caller's
  }, changes);
}
