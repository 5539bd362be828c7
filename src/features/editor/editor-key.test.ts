import { describe, expect, it } from 'vitest';
import { editorKeyOf } from './editor-key.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false };

describe('a key in the plain editor', () => {
  it.each([
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }, 'run'],
    ['⌘+Enter', { key: 'Enter', metaKey: true }, 'run'],
    ['Ctrl+Shift+Enter', { key: 'Enter', ctrlKey: true, shiftKey: true }, 'check'],
    ['Ctrl+/', { key: '/', ctrlKey: true }, 'comment'],
    ['Esc', { key: 'Escape' }, 'escape'],
    ['Enter', { key: 'Enter' }, null],
    ['Tab', { key: 'Tab' }, null],
    ['Ctrl+C', { key: 'c', ctrlKey: true }, null],
  ])('%s asks for %3$s', (_, pressed, meaning) => {
    expect(editorKeyOf({ ...plain, ...pressed })).toBe(meaning);
  });
});
