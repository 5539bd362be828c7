import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { schemaEngine, type SchemaEngine } from '#engine/test-schema-engine.ts';
import { byteLength } from '#core/catalog/given-name.ts';
import { TakenNames } from './taken-names.ts';

let engine: SchemaEngine;

beforeAll(async () => {
  engine = await schemaEngine(await createNodeEngine());
});

afterAll(() => engine.close());

/** As long as names can be, or nearly, so that what PostgreSQL joins of them is cut within and between characters. */
const longName = fc
  .string({ unit: fc.constantFrom('a', 'b', '_', 'é', '中', '🦊'), minLength: 1, maxLength: 63 })
  .filter((name) => byteLength(name) <= 63);

describe('the names that PostgreSQL gives', () => {
  it('are foretold, however long the names they are joined from, and whatever is taken', async () => {
    await fc.assert(
      fc.asyncProperty(longName, fc.uniqueArray(longName, { minLength: 3, maxLength: 3 }), async (name, columns) => {
        const [one = '', other = '', third = ''] = columns;
        const table = plainTable(name);
        const taken = new TakenNames();
        const sequence = taken.sequence(table, third);
        taken.takeRelation({ schema: 'public', name: sequence });
        taken.takeRelation(table);
        const take = (given: string, withIndex: boolean): string => {
          taken.takeConstraint({ schema: 'public', name: given }, withIndex);
          return given;
        };
        const checks = [take(taken.constraint(table, [one], 'check'), false)];
        checks.push(take(taken.constraint(table, [one], 'check'), false));
        checks.push(take(taken.constraint(table, null, 'check'), false));
        const key = plainKey(take(taken.primaryKey(table), true), one, other);
        const uniques = [take(taken.index(table, [other, one], 'key'), true)];
        uniques.push(take(taken.index(table, [other, one], 'key'), true));
        const index = taken.index(table, [one, one, other], 'idx');
        const foreignKey = taken.constraint(table, [other, one], 'fkey');
        const [a, b, c, t] = [one, other, third, name].map(quoteName);
        const catalog = await engine.readAfter(`
          create table ${t} (
            ${a} int check (${a} > 0) check (${a} > 1), ${b} int, ${c} int generated always as identity,
            check (${a} > ${b}), primary key (${a}, ${b}), unique (${b}, ${a}), unique (${b}, ${a}) deferrable
          );
          create index on ${t} (${a}, ${a}, ${b});
          alter table ${t} add foreign key (${b}, ${a}) references ${t}`);
        const made = catalog.tables[0];
        expect({
          sequences: catalog.sequences.map((each) => each.name),
          checks: made?.checks.map((each) => each.name),
          key: made?.primaryKey?.name,
          uniques: made?.uniques.map((each) => each.name),
          index: made?.indexes.find(({ constraint }) => constraint === null)?.name,
          foreignKey: made?.foreignKeys[0]?.name,
        }).toEqual({
          sequences: [sequence],
          checks: expect.toSatisfy((names: readonly string[]) => isSame(names, checks)),
          key: key.name,
          uniques: expect.toSatisfy((names: readonly string[]) => isSame(names, uniques)),
          index,
          foreignKey,
        });
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify(names.toSorted()) === JSON.stringify(others.toSorted());
}
