import { describe, expect, it } from 'vitest';
import type { Routine } from './catalog.ts';
import { plainCatalog, plainColumn, plainKey, plainRoutine, plainTable } from './plain-catalog.ts';
import { diffCatalogs, type CatalogDiff } from './diff.ts';

const nothing = { added: [], removed: [], changed: [] };
const noChange: CatalogDiff = {
  tables: nothing,
  views: nothing,
  functions: nothing,
  types: nothing,
  sequences: nothing,
};

function routine(name: string, signature: string, returns: string): Routine {
  return plainRoutine(name, { arguments: signature, returns });
}

describe('diffCatalogs', () => {
  it('finds nothing between two looks at the same database', () => {
    const tables = [plainTable('orders', { columns: [plainColumn('id', 'integer')] })];
    expect(diffCatalogs(plainCatalog({ tables }), structuredClone(plainCatalog({ tables })))).toEqual(noChange);
  });

  it('shows a renamed table as one removed and one added', () => {
    const before = plainCatalog({ tables: [plainTable('flat'), plainTable('kept')] });
    const after = plainCatalog({ tables: [plainTable('kept'), plainTable('orders')] });
    expect(diffCatalogs(before, after)).toEqual({
      ...noChange,
      tables: { added: [plainTable('orders')], removed: [plainTable('flat')], changed: [] },
    });
  });

  it('tells tables of one name in two schemas apart', () => {
    const before = plainCatalog({ tables: [plainTable('a.b', { schema: 'x' })] });
    const after = plainCatalog({ tables: [plainTable('b', { schema: 'x.a' })] });
    expect(diffCatalogs(before, after).tables.changed).toEqual([]);
  });

  it('names what changed in a table', () => {
    const key = plainKey('orders_pkey', 'id');
    const check = { name: 'total', expression: 'total >= 0', validated: true };
    const before = plainTable('orders', {
      columns: [plainColumn('id', 'integer'), plainColumn('city', 'text')],
      checks: [check],
    });
    const after = plainTable('orders', {
      columns: [plainColumn('id', 'bigint'), plainColumn('city_id', 'integer')],
      primaryKey: key,
      checks: [{ ...check, expression: 'total > 0' }],
      rows: { count: 3, exact: true },
    });
    expect(diffCatalogs(plainCatalog({ tables: [before] }), plainCatalog({ tables: [after] })).tables.changed).toEqual([
      {
        before,
        after,
        columns: {
          added: [plainColumn('city_id', 'integer')],
          removed: [plainColumn('city', 'text')],
          changed: [{ before: plainColumn('id', 'integer'), after: plainColumn('id', 'bigint') }],
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
    const diff = diffCatalogs(
      plainCatalog({ tables: [plainTable('t')] }),
      plainCatalog({ tables: [plainTable('t', { comment: 'x' })] }),
    );
    expect(diff.tables.changed.map(({ after }) => after.comment)).toEqual(['x']);
  });

  it('does not take the difference of an estimate', () => {
    const before = plainCatalog({ tables: [plainTable('t', { rows: { count: 10, exact: true } })] });
    const after = plainCatalog({ tables: [plainTable('t', { rows: { count: 90_000, exact: false } })] });
    expect(diffCatalogs(before, after).tables.changed.map(({ rowsGained }) => rowsGained)).toEqual([0]);
  });

  it('matches functions by their arguments', () => {
    const before = plainCatalog({ functions: [routine('f', 'a integer', 'integer'), routine('f', '', 'integer')] });
    const after = plainCatalog({ functions: [routine('f', 'a integer', 'bigint'), routine('f', 'a text', 'integer')] });
    expect(diffCatalogs(before, after).functions).toEqual({
      added: [routine('f', 'a text', 'integer')],
      removed: [routine('f', '', 'integer')],
      changed: [{ before: routine('f', 'a integer', 'integer'), after: routine('f', 'a integer', 'bigint') }],
    });
  });
});
