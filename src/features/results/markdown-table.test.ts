import { describe, expect, it } from 'vitest';
import type { ResultSet } from '#core/engine/outcome.ts';
import { parseMarkdown, plainText, walk } from '#content/parse/markdown-tree.ts';
import { readPayloads } from '#scripts/payloads/corpus.ts';
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
    ['underscores around a word', '__init__ _x', String.raw`| 1 | \_\_init\_\_ \_x |`],
    ['a link', '[x](javascript:alert(1))', String.raw`| 1 | \[x\](javascript:alert(1)) |`],
    ['a picture', '![x](y.png)', String.raw`| 1 | !\[x\](y.png) |`],
    ['an address', 'https://a.b/_c*', String.raw`| 1 | https\://a.b/\_c\* |`],
    ['an entity', '&lt;b&gt;', String.raw`| 1 | \&lt;b\&gt; |`],
    ['struck words', '~~x~~', String.raw`| 1 | \~\~x\~\~ |`],
  ])('writes %s so that it cannot be mistaken', (_, note, expected) => {
    expect(row(note)).toBe(expected);
  });

  it('reads back as the values it was made of, whatever they look like', () => {
    const values = readPayloads()
      .map(({ text }) => text)
      .filter((text) => !text.includes('\n'));
    const table = parseMarkdown(toMarkdown({ columns, rows: values.map((value) => ['1', value]), rowCount: 0 }));
    const cells = [...walk(table)].filter((node) => node.type === 'tableCell').map(plainText);
    expect(cells.slice(2).filter((_, place) => place % 2 === 1)).toEqual(
      values.map((value) => value.replaceAll(/^[ \t]+|[ \t]+$/g, '')),
    );
    expect([...walk(table)].filter(({ type }) => ['html', 'image', 'emphasis', 'delete'].includes(type))).toEqual([]);
  });
});
