import { describe, expect, it } from 'vitest';
import type { Catalog, Routine, Table } from './catalog.ts';
import { diffCatalogs } from './diff.ts';
import {
  plainCatalog,
  plainColumn,
  plainForeignKey,
  plainKey,
  plainRoutine,
  plainSequence,
  plainTable,
  plainView,
} from './plain-catalog.ts';
import { marksOf } from './marks-of-diff.ts';
import { noTableMarks, type SchemaMarks, type TableMarks } from './schema-marks.ts';

const nothing = plainCatalog();

function index(name: string, constraint: string | null) {
  return {
    name,
    method: 'btree',
    unique: true,
    constraint,
    columns: [],
    include: [],
    nullsNotDistinct: false,
    where: null,
    valid: true,
  };
}

function marksBetween(before: Partial<Catalog>, after: Partial<Catalog>): SchemaMarks {
  return marksOf(diffCatalogs({ ...nothing, ...before }, { ...nothing, ...after }));
}

function marksOfTable(before: Partial<Table>, after: Partial<Table>): TableMarks | undefined {
  return marksBetween({ tables: [plainTable('t', before)] }, { tables: [plainTable('t', after)] }).tables.get('t');
}

function vat(signature: string): Routine {
  return plainRoutine('vat', { arguments: signature });
}

describe('the marks of a run', () => {
  it('are new for a new table, with the rows it was filled with', () => {
    const { tables } = marksBetween({}, { tables: [plainTable('product', { rows: { count: 206, exact: true } })] });
    expect([...tables]).toEqual([['product', { ...noTableMarks, change: 'new', rowsGained: 206 }]]);
  });

  it('name what was dropped, by kind', () => {
    const view = plainView('flat');
    const owned = plainSequence('t_id_seq', { ownedBy: 'public.t.id' });
    expect(marksBetween({ tables: [plainTable('t')], views: [view], sequences: [owned] }, {}).dropped).toEqual([
      'table t',
      'view flat',
    ]);
  });

  it('leave a table unmarked that is as it was', () => {
    expect(
      marksOfTable({ columns: [plainColumn('a', 'text')] }, { columns: [plainColumn('a', 'text')] }),
    ).toBeUndefined();
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
      { columns: [plainColumn('a', 'text'), plainColumn('b', 'text'), plainColumn('c', 'text')] },
      { columns: [plainColumn('a', 'text'), plainColumn('b', 'integer'), plainColumn('d', 'text')] },
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
    const marks = marksOfTable({}, { primaryKey: plainKey('t_pkey', 'a'), indexes: [index('t_pkey', 't_pkey')] });
    expect(marks).toEqual({ ...noTableMarks, change: 'changed', constraints: new Map([['t_pkey', 'new']]) });
  });

  it('write dropped constraints as they were declared', () => {
    const reference = plainForeignKey('t_c_fkey', ['c'], { schema: 'public', table: 'u', columns: ['id'] });
    const marks = marksOfTable(
      {
        primaryKey: plainKey('t_pkey', 'a', 'b'),
        uniques: [plainKey('t_c_key', 'c')],
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
