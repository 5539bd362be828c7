import { describe, expect, it } from 'vitest';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done } from '#engine/test-questions.ts';
import { measureRedundancy, type Redundancy } from './redundancy.ts';
import { splitTable } from './table-split.ts';
import { fd, mvd, orderLines, schemeOf, tableIn, type Shape } from '#core/normalization/migration/test-splits.ts';

let engine: Engine;

engineForTests((started) => (engine = started));

async function redundancyOf(shape: Omit<Shape, 'name'>): Promise<Redundancy> {
  await done(engine, shape.setup);
  const catalog = await engine.catalog();
  if (!catalog.ok) throw new Error('no catalog');
  const table = tableIn(catalog.value, shape);
  const [dependency = fd([])] = shape.stated;
  const split = splitTable(schemeOf(table, shape.stated), dependency);
  if (!split.ok) throw new Error(split.error);
  const found = await measureRedundancy(catalog.value, table, split.value, (sql) => engine.probe(sql));
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

describe('measureRedundancy', () => {
  it('counts what is said again of each value of the determinant', async () => {
    expect(await redundancyOf(orderLines)).toEqual({
      rows: 5,
      cells: 25,
      // Per row three integers, a text with one byte of length, and a numeric with its own head.
      bytes: 5 * 12 + (4 + 6 + 4 + 4 + 4) + (7 + 5 + 7 + 7 + 5),
      facts: 3,
      columns: [
        { column: 'product', cells: 2, bytes: 8 },
        { column: 'price', cells: 2, bytes: 14 },
      ],
      repeatedCells: 4,
      repeatedBytes: 22,
      rowsWithoutDeterminant: 0,
    });
  });

  it('takes NULL for no fact, and no determinant for nothing to say it of', async () => {
    const setup = `create table t (id int primary key, a int, b text);
      insert into t values (1, 1, null), (2, 1, null), (3, null, 'x'), (4, null, 'x'), (5, 2, 'y'), (6, 2, 'y')`;
    const found = await redundancyOf({ table: 't', setup, stated: [fd(['a'], 'b')] });
    expect(found).toMatchObject({ facts: 2, repeatedCells: 1, rowsWithoutDeterminant: 2 });
  });

  it('counts both sides of a multivalued dependency', async () => {
    const setup = `create table t (a text, b text, c text);
      insert into t select 'k', b, c from unnest(array['1', '2']) b, unnest(array['x', 'y', 'z']) c`;
    const found = await redundancyOf({ table: 't', setup, stated: [mvd(['a'], 'b')] });
    expect(found).toMatchObject({
      rows: 6,
      columns: [
        { column: 'b', cells: 4 },
        { column: 'c', cells: 3 },
      ],
      repeatedCells: 7,
    });
  });

  it('has nothing to count in an empty table, and groups what has no equality by its text', async () => {
    const setup = 'create table t (id int primary key, a point, b json)';
    expect(await redundancyOf({ table: 't', setup, stated: [fd(['a'], 'b')] })).toMatchObject({ rows: 0, bytes: 0 });
    await done(engine, `insert into t values (1, '(1,2)', '{}'), (2, '(1,2)', '{}')`);
    const again = await redundancyOf({ table: 't', setup: 'select 1', stated: [fd(['a'], 'b')] });
    expect(again).toMatchObject({ rows: 2, facts: 1, repeatedCells: 1 });
  });
});
