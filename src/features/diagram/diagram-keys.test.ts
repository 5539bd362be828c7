import { describe, expect, it } from 'vitest';
import { diagramKeyOf } from './diagram-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('a key in the diagram', () => {
  it.each([
    ['ArrowLeft', { does: 'go', way: 'left' }],
    ['n', { does: 'new-table' }],
    ['N', { does: 'new-table' }],
    ['Delete', { does: 'drop' }],
    ['0', { does: 'fit' }],
    ['Escape', { does: 'leave' }],
    ['x', null],
    ['constructor', null],
    ['Tab', null],
  ])('%s does its work', (key, does) => {
    expect(diagramKeyOf({ ...plain, key })).toEqual(does);
  });

  it('moves a table with Shift, and is the browser’s with Ctrl', () => {
    expect(diagramKeyOf({ ...plain, key: 'ArrowUp', shiftKey: true })).toEqual({ does: 'move', way: 'up' });
    expect(diagramKeyOf({ ...plain, key: '0', ctrlKey: true })).toBeNull();
  });
});
