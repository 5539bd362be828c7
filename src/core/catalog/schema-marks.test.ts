import { describe, expect, it } from 'vitest';
import { plainKey, plainTable } from './plain-catalog.ts';
import { qualifiedName } from './object-name.ts';
import { changeOfColumn, noTableMarks, type TableMarks } from './schema-marks.ts';

const table = plainTable('t', {
  primaryKey: plainKey('t_pkey', 'a'),
  uniques: [plainKey('t_b_c_key', 'b', 'c')],
});

describe('the mark of a column', () => {
  it.each([
    ['its own change', 'b', { columns: new Map([['b', 'new' as const]]) }, 'new'],
    [
      'a change, when a constraint on it alone is new',
      'a',
      { constraints: new Map([['t_pkey', 'new' as const]]) },
      'changed',
    ],
    ['none for a constraint on several', 'b', { constraints: new Map([['t_b_c_key', 'new' as const]]) }, undefined],
    ['none in a new table', 'a', { change: 'new' as const, columns: new Map([['a', 'new' as const]]) }, undefined],
  ] satisfies [string, string, Partial<TableMarks>, string | undefined][])('is %s', (_, column, marks, change) => {
    expect(changeOfColumn(column, table, { ...noTableMarks, ...marks })).toBe(change);
  });
});

describe('a name', () => {
  it('leaves out the schema that everyone has', () => {
    expect(['public', 'sales'].map((schema) => qualifiedName({ schema, name: 't' }))).toEqual(['t', 'sales.t']);
  });
});
