import { describe, expect, it } from 'vitest';
import { isChord } from './key-chord.ts';

function press(keys: string, code = '', altGraph = false): Parameters<typeof isChord>[0] {
  const held = keys.split('+');
  return {
    key: held.at(-1) ?? '',
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
    getModifierState: (name) => name === 'AltGraph' && altGraph,
  };
}

describe('a chord', () => {
  it.each([
    ['mod+enter', press('ctrl+Enter')],
    ['mod+alt+z', press('ctrl+alt+z', 'KeyZ')],
    ['mod+alt+shift+z', press('ctrl+alt+shift+Z', 'KeyZ')],
    // A German keyboard has its Z where others have Y, a Russian one none.
    ['mod+alt+z', press('ctrl+alt+z', 'KeyY')],
    ['mod+alt+z', press('ctrl+alt+я', 'KeyZ')],
    ['?', press('shift+?')],
  ])('%s is pressed', (chord, pressed) => {
    expect(isChord(pressed, chord, false)).toBe(true);
  });

  it.each([
    ['mod+alt+z', press('ctrl+z', 'KeyZ')],
    ['mod+alt+z', press('ctrl+alt+shift+Z', 'KeyZ')],
    ['mod+enter', press('ctrl+alt+Enter')],
    ['mod+alt+z', press('ctrl+alt+ż', 'KeyZ', true)],
    ['?', press('ctrl+shift+?')],
  ])('%s is not what was pressed', (chord, pressed) => {
    expect(isChord(pressed, chord, false)).toBe(false);
  });

  it('has ⌘ on Apple’s keyboards, and the key below Option’s Ω', () => {
    expect(isChord(press('meta+alt+Ω', 'KeyZ'), 'mod+alt+z', true)).toBe(true);
    expect(isChord(press('ctrl+alt+z', 'KeyZ'), 'mod+alt+z', true)).toBe(false);
  });
});
