import type { Direction } from '#core/diagram/nearest-box.ts';

/** What a key does while a table of the diagram has the focus. */
export type DiagramKey =
  | { readonly does: 'go'; readonly way: Direction }
  | { readonly does: 'move'; readonly way: Direction }
  | { readonly does: 'next' | 'previous' | 'open' | 'relate' | 'new-table' | 'new-column' | 'drop' }
  | { readonly does: 'next-relation' | 'fit' | 'zoom-in' | 'zoom-out' | 'leave' };

const ways = new Map<string, Direction>(
  Object.entries({
    ArrowLeft: 'left',
    ArrowRight: 'right',
    ArrowUp: 'up',
    ArrowDown: 'down',
  } as const),
);

const plain = new Map<string, DiagramKey>(
  Object.entries({
    PageDown: { does: 'next' },
    PageUp: { does: 'previous' },
    Enter: { does: 'open' },
    r: { does: 'relate' },
    n: { does: 'new-table' },
    c: { does: 'new-column' },
    e: { does: 'next-relation' },
    Delete: { does: 'drop' },
    Backspace: { does: 'drop' },
    '0': { does: 'fit' },
    '+': { does: 'zoom-in' },
    '=': { does: 'zoom-in' },
    '-': { does: 'zoom-out' },
    Escape: { does: 'leave' },
  } as const),
);

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Null for what is the browser's or the page's own. */
export function diagramKeyOf({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey): DiagramKey | null {
  if (ctrlKey || metaKey || altKey) return null;
  const way = ways.get(key);
  if (way !== undefined) return { does: shiftKey ? 'move' : 'go', way };
  return plain.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}

/** As the list of keys tells them. */
export const diagramKeys: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['←', '→', '↑', '↓'], does: 'The nearest table that way' },
  { keys: ['PgDn', 'PgUp'], does: 'The next and the previous table by name' },
  { keys: ['Enter'], does: 'Open the table beside the picture' },
  { keys: ['E'], does: 'The next relation of the table' },
  { keys: ['N'], does: 'New table' },
  { keys: ['C'], does: 'New column' },
  { keys: ['R'], does: 'Relation to another table: arrows, then Enter' },
  { keys: ['Delete'], does: 'Draw the table or the relation away' },
  { keys: ['Shift', '←'], does: 'Move the table' },
  { keys: ['0', '+', '−'], does: 'Show all, larger, smaller' },
  { keys: ['Esc'], does: 'Leave the picture' },
];
