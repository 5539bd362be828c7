import { describe, expect, it } from 'vitest';
import type { ResultSet } from '#core/engine/outcome.ts';
import { toMarkdown } from './markdown-table.ts';

const columns: ResultSet['columns'] = [
  { name: 'order_id', type: 'integer', typeOid: 23, kind: 'number' },
  { name: 'note', type: 'text', typeOid: 25, kind: 'text' },
];

function row(note: string | null): string {
  return toMarkdown({ columns, rows: [['1', note]], rowCount: 1 }).split('\n')[2] ?? '';
}

describe('a Markdown table', () => {
  it('has a head, and a rule that sets numbers to the right', () => {
    expect(toMarkdown({ columns, rows: [], rowCount: 0 })).toBe('| order_id | note |\n| ---: | --- |\n');
  });

  it.each([
    ['NULL', null, '| 1 | *NULL* |'],
    ['empty text', '', '| 1 |  |'],
    ['a text that reads *NULL*', '*NULL*', '| 1 | \\*NULL\\* |'],
    ['a pipe', 'a|b', '| 1 | a\\|b |'],
    ['a backslash before a pipe', 'a\\|b', '| 1 | a\\\\\\|b |'],
    ['a line break', 'a\nb', '| 1 | a<br>b |'],
    ['a tag', '<b>', '| 1 | \\<b> |'],
    ['underscores', 'order_id', '| 1 | order_id |'],
  ])('writes %s so that it cannot be mistaken', (_, note, expected) => {
    expect(row(note)).toBe(expected);
  });
});
