import { useEffect, useRef } from 'react';
import { isAppleKeyboard } from '#ui/platform-keys.ts';
import { isChord } from './key-chord.ts';

/**
 * Listens to a chord such as `mod+shift+enter` on the whole page. A chord without `mod` is typed text wherever text can
 * be typed, and is left alone there; so is what somebody nearer has already handled, and the page behind a dialog. The
 * phone's sheet is no such dialog: it holds the workbench.
 */
export function useShortcut(chord: string, onPress: () => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isChord(event, chord, isAppleKeyboard())) return;
      if (!chord.startsWith('mod+') && isTypedInto(event.target)) return;
      if (isBehindDialog()) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [chord]);
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function isBehindDialog(): boolean {
  const dialogs = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')];
  return dialogs.some((dialog) => dialog.querySelector('[data-workbench]') === null);
}
