import { useEffect, useRef } from 'react';
import { isAppleKeyboard } from '#ui/platform-keys.ts';

/**
 * Listens to a chord such as `mod+shift+enter` on the whole page. A chord without `mod` is typed text wherever text can
 * be typed, and is left alone there; so is what somebody nearer has already handled.
 */
export function useShortcut(chord: string, onPress: () => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isChord(event, chord)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [chord]);
}

function isChord(event: KeyboardEvent, chord: string): boolean {
  const parts = chord.split('+');
  const hasMod = isAppleKeyboard() ? event.metaKey : event.ctrlKey;
  if (hasMod !== parts.includes('mod')) return false;
  if (!hasMod && isTypedInto(event.target)) return false;
  // `?` is itself typed with Shift on most keyboards.
  if (hasMod && event.shiftKey !== parts.includes('shift')) return false;
  return event.key.toLowerCase() === parts.at(-1);
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
