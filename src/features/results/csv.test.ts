import { describe, expect, it } from 'vitest';
import type { ResultSet } from '#core/engine/outcome.ts';
import { toCsv } from './csv.ts';

function result(names: readonly string[], rows: ResultSet['rows']): ResultSet {
  const columns = names.map((name) => ({ name, type: 'text', typeOid: 25, kind: 'text' as const }));
  return { columns, rows, rowCount: rows.length };
}

describe('CSV', () => {
  it('has a head and a line for each row', () => {
    expect(toCsv(result(['id', 'name'], [['1', 'Oat milk']]))).toBe('id,name\n1,Oat milk\n');
  });

  it('tells NULL from empty text as COPY does', () => {
    expect(toCsv(result(['a', 'b'], [[null, '']]))).toBe('a,b\n,""\n');
  });

  it('quotes commas, quotes and line breaks, and doubles quotes', () => {
    expect(toCsv(result(['a,b'], [['say "hi"'], ['two\nlines'], ['{1,2}']]))).toBe(
      '"a,b"\n"say ""hi"""\n"two\nlines"\n"{1,2}"\n',
    );
  });

  it('leaves what a spreadsheet takes for a formula as it is, so that COPY reads it back', () => {
    expect(toCsv(result(['=a'], [['=1+1'], ['-1'], ['=HYPERLINK("x","y")']]))).toBe(
      '=a\n=1+1\n-1\n"=HYPERLINK(""x"",""y"")"\n',
    );
  });

  it('keeps columns of the same name', () => {
    expect(toCsv(result(['id', 'id'], [['1', '2']]))).toBe('id,id\n1,2\n');
  });
});
