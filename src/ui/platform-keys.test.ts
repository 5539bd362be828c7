import { describe, expect, it } from 'vitest';
import { ariaKeys, printKeys } from './platform-keys.ts';

describe('keys', () => {
  it.each([
    ['mod+enter', '⌘⏎', 'Ctrl+Enter', 'Control+Enter'],
    ['mod+shift+enter', '⌘⇧⏎', 'Ctrl+Shift+Enter', 'Control+Shift+Enter'],
    ['escape', 'Esc', 'Esc', 'Escape'],
    ['mod+/', '⌘/', 'Ctrl+/', 'Control+/'],
    ['?', '?', '?', '?'],
  ])('%s is printed %s on a Mac, %s elsewhere, and spoken as %s', (keys, apple, other, aria) => {
    expect([printKeys(keys, true), printKeys(keys, false), ariaKeys(keys, false)]).toEqual([apple, other, aria]);
  });
});
