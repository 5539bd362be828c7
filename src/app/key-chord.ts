type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'
>;

/** Whether these keys are a chord such as `mod+alt+z`; `mod` is ⌘ on Apple's keyboards and Ctrl on the others. */
export function isChord(pressed: PressedKey, chord: string, isApple: boolean): boolean {
  const parts = chord.split('+');
  const hasMod = isApple ? pressed.metaKey : pressed.ctrlKey;
  if (hasMod !== parts.includes('mod')) return false;
  // `?` is itself typed with Shift on most keyboards, and with others on some.
  if (hasMod && (pressed.shiftKey !== parts.includes('shift') || pressed.altKey !== parts.includes('alt')))
    return false;
  // On Windows AltGr comes as Ctrl and Alt: with it, letters of some languages are typed.
  if (hasMod && pressed.getModifierState('AltGraph')) return false;
  return nameOf(pressed) === parts.at(-1);
}

/** What stands on the key: Option turns a Z into Ω, and not every alphabet has one. */
function nameOf({ key, code }: PressedKey): string {
  const isNamed = /^[\u0020-\u007e]$|^\w{2,}$/.test(key);
  return (isNamed ? key : code.replace(/^Key/, '')).toLowerCase();
}
