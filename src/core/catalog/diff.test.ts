import { describe, expect, it } from 'vitest';
import type { Catalog, Column, Routine, Table } from './catalog.ts';
import { diffCatalogs, type CatalogDiff } from './diff.ts';

const nothing = { added: [], removed: [], changed: [] };
const noChange: CatalogDiff = {
  tables: nothing,
  views: nothing,
  functions: nothing,
  types: nothing,
  sequences: nothing,
};

function catalog(parts: Partial<Catalog>): Catalog {
  return { schemas: ['public'], tables: [], views: [], functions: [], types: [], sequences: [], ...parts };
}

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

function column(name: string, type = 'integer'): Column {
  return {
    name,
    type,
    notNull: false,
    default: null,
    identity: null,
    generated: null,
    collation: null,
    comment: null,
  };
}

function routine(name: string, signature: string, returns: string): Routine {
  return { schema: 'public', name, kind: 'function', arguments: signature, returns, language: 'sql' };
}

describe('diffCatalogs', () => {
  it('finds nothing between two looks at the same database', () => {
    const tables = [table('orders', { columns: [column('id')] })];
    expect(diffCatalogs(catalog({ tables }), structuredClone(catalog({ tables })))).toEqual(noChange);
  });

  it('shows a renamed table as one removed and one added', () => {
    const before = catalog({ tables: [table('flat'), table('kept')] });
    const after = catalog({ tables: [table('kept'), table('orders')] });
    expect(diffCatalogs(before, after)).toEqual({
      ...noChange,
      tables: { added: [table('orders')], removed: [table('flat')], changed: [] },
    });
  });

  it('tells tables of one name in two schemas apart', () => {
    const before = catalog({ tables: [table('a.b', { schema: 'x' })] });
    const after = catalog({ tables: [table('b', { schema: 'x.a' })] });
    expect(diffCatalogs(before, after).tables.changed).toEqual([]);
  });

  it('names what changed in a table', () => {
    const key = { name: 'orders_pkey', columns: ['id'], deferrable: false, nullsNotDistinct: false };
    const check = { name: 'total', expression: 'total >= 0', validated: true };
    const before = table('orders', { columns: [column('id'), column('city', 'text')], checks: [check] });
    const after = table('orders', {
      columns: [column('id', 'bigint'), column('city_id')],
      primaryKey: key,
      checks: [{ ...check, expression: 'total > 0' }],
      rows: { count: 3, exact: true },
    });
    expect(diffCatalogs(catalog({ tables: [before] }), catalog({ tables: [after] })).tables.changed).toEqual([
      {
        before,
        after,
        columns: {
          added: [column('city_id')],
          removed: [column('city', 'text')],
          changed: [{ before: column('id'), after: column('id', 'bigint') }],
        },
        keys: { added: [key], removed: [], changed: [] },
        checks: { added: [], removed: [], changed: [{ before: check, after: after.checks[0] }] },
        foreignKeys: nothing,
        indexes: nothing,
        triggers: nothing,
        rowsGained: 3,
      },
    ]);
  });

  it('reports a table whose comment alone changed', () => {
    const diff = diffCatalogs(catalog({ tables: [table('t')] }), catalog({ tables: [table('t', { comment: 'x' })] }));
    expect(diff.tables.changed.map(({ after }) => after.comment)).toEqual(['x']);
  });

  it('does not take the difference of an estimate', () => {
    const before = catalog({ tables: [table('t', { rows: { count: 10, exact: true } })] });
    const after = catalog({ tables: [table('t', { rows: { count: 90_000, exact: false } })] });
    expect(diffCatalogs(before, after).tables.changed.map(({ rowsGained }) => rowsGained)).toEqual([0]);
  });

  it('matches functions by their arguments', () => {
    const before = catalog({ functions: [routine('f', 'a integer', 'integer'), routine('f', '', 'integer')] });
    const after = catalog({ functions: [routine('f', 'a integer', 'bigint'), routine('f', 'a text', 'integer')] });
    expect(diffCatalogs(before, after).functions).toEqual({
      added: [routine('f', 'a text', 'integer')],
      removed: [routine('f', '', 'integer')],
      changed: [{ before: routine('f', 'a integer', 'integer'), after: routine('f', 'a integer', 'bigint') }],
    });
  });
});
