import { describe, expect, it } from 'vitest';
import type { Column, ForeignKey, Index, Table } from './catalog.ts';
import { plainColumn, plainForeignKey, plainKey, plainTable } from './plain-catalog.ts';
import { actionWords, columnWords, indexWords } from './declaration-words.ts';

const column = plainColumn('a', 'integer');
const table = plainTable('t', { columns: [column] });

function key(...columns: string[]) {
  return plainKey('k', ...columns);
}

describe('a column', () => {
  it.each([
    ['a plain one', {}, {}, []],
    ['a key by itself', { notNull: true }, { primaryKey: key('a') }, ['primary key']],
    ['part of a key', { notNull: true }, { primaryKey: key('a', 'b') }, []],
    ['one that is unique', {}, { uniques: [key('a')] }, ['unique']],
    ['one that is unique together with others', {}, { uniques: [key('a', 'b')] }, []],
    ['a required one with a default', { notNull: true, default: 'now()' }, {}, ['not null', 'default now()']],
    ['an identity', { identity: 'always' }, {}, ['identity always']],
    ['a generated one', { generated: '(net + vat)' }, {}, ['generated as (net + vat)']],
  ] satisfies [string, Partial<Column>, Partial<Table>, string[]][])(
    'reads as declared: %s',
    (_, ofColumn, ofTable, words) => {
      expect(columnWords({ ...column, ...ofColumn }, { ...table, ...ofTable })).toEqual(words);
    },
  );
});

describe('a foreign key', () => {
  const plain = plainForeignKey('f', ['a'], { schema: 'public', table: 'u', columns: ['a'] });

  it.each([
    [{}, ''],
    [{ onDelete: 'cascade', onUpdate: 'restrict' }, 'on delete cascade on update restrict'],
    [{ deferrable: true, initiallyDeferred: true }, 'initially deferred'],
  ] satisfies [Partial<ForeignKey>, string][])('%j says %s', (changed, words) => {
    expect(actionWords({ ...plain, ...changed })).toBe(words);
  });
});

describe('an index', () => {
  const part = { isExpression: false, descending: false, nullsFirst: false, operatorClass: null, collation: null };
  const plain: Index = {
    name: 'i',
    method: 'btree',
    unique: false,
    constraint: null,
    columns: [{ ...part, expression: 'a' }],
    include: [],
    nullsNotDistinct: false,
    where: null,
    valid: true,
  };

  it.each([
    [{}, 'btree (a)'],
    [{ unique: true, constraint: 'k' }, 'unique btree (a) · made by its constraint'],
    [{ columns: [{ ...part, expression: 'a', descending: true, nullsFirst: true }] }, 'btree (a desc)'],
    [{ columns: [{ ...part, expression: 'lower(a)', isExpression: true }] }, 'btree ((lower(a)))'],
    [{ columns: [{ ...part, expression: 'a', nullsFirst: true }] }, 'btree (a nulls first)'],
    [{ include: ['b'], where: 'a > 0' }, 'btree (a) include (b) where a > 0'],
  ] satisfies [Partial<Index>, string][])('%j reads %s', (changed, words) => {
    expect(indexWords({ ...plain, ...changed })).toBe(words);
  });
});
