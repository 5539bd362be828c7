import { describe, expect, it } from 'vitest';
import type { Catalog, Column, Routine, Table } from '#core/catalog/catalog.ts';
import { diffCatalogs } from '#core/catalog/diff.ts';
import { marksOf } from './marks-of-diff.ts';
import { noTableMarks, type SchemaMarks, type TableMarks } from './schema-marks.ts';

const nothing: Catalog = { schemas: ['public'], tables: [], views: [], functions: [], types: [], sequences: [] };

function table(name: string, parts: Partial<Table> = {}): Table {
  return {
    schema: 'public',
    name,
    persistence: 'permanent',
    columns: [],
    primaryKey: null,
    uniques: [],
    checks: [],
    foreignKeys: [],
    indexes: [],
    triggers: [],
    partitioning: null,
    partitionOf: null,
    rows: { count: 0, exact: true },
    comment: null,
    ...parts,
  };
}

function column(name: string, type = 'text'): Column {
  return { name, type, notNull: false, default: null, identity: null, generated: null, collation: null, comment: null };
}

function key(name: string, ...columns: string[]) {
  return { name, columns, deferrable: false, nullsNotDistinct: false };
}

function index(name: string, constraint: string | null) {
  return { name, method: 'btree', unique: true, constraint, columns: [], include: [], where: null, valid: true };
}

function marksBetween(before: Partial<Catalog>, after: Partial<Catalog>): SchemaMarks {
  return marksOf(diffCatalogs({ ...nothing, ...before }, { ...nothing, ...after }));
}

function marksOfTable(before: Partial<Table>, after: Partial<Table>): TableMarks | undefined {
  return marksBetween({ tables: [table('t', before)] }, { tables: [table('t', after)] }).tables.get('t');
}

function vat(signature: string): Routine {
  return { schema: 'public', name: 'vat', kind: 'function', arguments: signature, returns: null, language: 'sql' };
}

describe('the marks of a run', () => {
  it('are new for a new table, with the rows it was filled with', () => {
    const { tables } = marksBetween({}, { tables: [table('product', { rows: { count: 206, exact: true } })] });
    expect([...tables]).toEqual([['product', { ...noTableMarks, change: 'new', rowsGained: 206 }]]);
  });

  it('name what was dropped, by kind', () => {
    const view = { schema: 'public', name: 'flat', materialized: false, columns: [], definition: '' };
    const owned = { schema: 'public', name: 't_id_seq', ownedBy: 'public.t.id' };
    expect(marksBetween({ tables: [table('t')], views: [view], sequences: [owned] }, {}).dropped).toEqual([
      'table t',
      'view flat',
    ]);
  });

  it('leave a table unmarked that is as it was', () => {
    expect(marksOfTable({ columns: [column('a')] }, { columns: [column('a')] })).toBeUndefined();
  });

  it('count rows gained without calling the design changed', () => {
    const marks = marksOfTable({ rows: { count: 31, exact: true } }, { rows: { count: 27, exact: true } });
    expect(marks).toEqual({ ...noTableMarks, rowsGained: -4 });
  });

  it('say nothing of an estimate that moved', () => {
    const [before, after] = [90_000, 91_000].map((count) => ({ rows: { count, exact: false } }));
    expect(marksOfTable(before ?? {}, after ?? {})).toBeUndefined();
  });

  it('tell added, changed and dropped columns apart', () => {
    const marks = marksOfTable(
      { columns: [column('a'), column('b'), column('c')] },
      { columns: [column('a'), column('b', 'integer'), column('d')] },
    );
    expect(marks).toEqual({
      ...noTableMarks,
      change: 'changed',
      columns: new Map([
        ['d', 'new'],
        ['b', 'changed'],
      ]),
      droppedColumns: ['c text'],
    });
  });

  it('mark a key once, and not its index too', () => {
    const marks = marksOfTable({}, { primaryKey: key('t_pkey', 'a'), indexes: [index('t_pkey', 't_pkey')] });
    expect(marks).toEqual({ ...noTableMarks, change: 'changed', constraints: new Map([['t_pkey', 'new']]) });
  });

  it('write dropped constraints as they were declared', () => {
    const reference = {
      name: 't_c_fkey',
      columns: ['c'],
      references: { schema: 'public', table: 'u', columns: ['id'] },
      onDelete: 'no action' as const,
      onUpdate: 'no action' as const,
      deferrable: false,
      initiallyDeferred: false,
      validated: true,
    };
    const marks = marksOfTable(
      {
        primaryKey: key('t_pkey', 'a', 'b'),
        uniques: [key('t_c_key', 'c')],
        checks: [{ name: 't_check', expression: 'a > 0', validated: true }],
        foreignKeys: [reference],
        indexes: [index('t_pkey', 't_pkey'), index('t_b_idx', null)],
      },
      {},
    );
    expect(marks?.droppedParts).toEqual([
      'primary key (a, b)',
      'unique (c)',
      'check (a > 0)',
      'foreign key (c) → u(id)',
      'index t_b_idx',
    ]);
  });

  it('tell functions apart by their arguments', () => {
    const { others } = marksBetween(
      { functions: [vat('a integer')] },
      { functions: [vat('a integer'), vat('a numeric')] },
    );
    expect([...others]).toEqual([['function vat(a numeric)', 'new']]);
  });
});
