import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CellValue, type CellKind } from './cell-value.tsx';

function read(value: string | null, kind: CellKind, limit?: number): string {
  const cell = <CellValue value={value} kind={kind} {...(limit === undefined ? {} : { limit })} />;
  return renderToStaticMarkup(cell).replaceAll(/<[^>]*>/g, '');
}

describe('a value', () => {
  it.each([
    [null, 'text', 'NULL'],
    ['', 'text', 'empty'],
    ['NULL', 'text', 'NULL'],
    ['t', 'boolean', 'true'],
    ['t', 'text', 't'],
    ['9007199254740993', 'number', '9007199254740993'],
    ['\\x0aff', 'bytes', '\\x0aff 2 bytes'],
    ['a\nb', 'text', 'a⏎b'],
    ['2025-03-01 10:00:00+00', 'date-time', '2025-03-01 10:00:00+00'],
  ] as const)('%j of kind %s reads %s', (value, kind, text) => {
    expect(read(value, kind)).toBe(text);
  });

  it.each([
    [null, 'NULL'],
    ['', 'empty'],
  ])('%j looks unlike the text %s', (value, text) => {
    expect(renderToStaticMarkup(<CellValue value={value} kind="text" />)).not.toBe(
      renderToStaticMarkup(<CellValue value={text} kind="text" />),
    );
  });

  it('is cut when it is long, and says how many bytes it has in all', () => {
    expect(read(`\\x${'ab'.repeat(100)}`, 'bytes', 6)).toBe('\\xabab… 100 bytes');
  });
});
