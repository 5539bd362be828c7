import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeRows } from './coded-table.ts';
import { DependencySearch } from './dependency-search.ts';
import { usualLimits, type DiscoveryQuestion } from './discovery.ts';

/** Data of the UCI Machine Learning Repository (CC BY 4.0) and what published algorithms find in it; no part of the project. */
const folder = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.log('skipped: the published data sets are not at ../shared/data');

const sets = [
  ['iris', 5, 150, 4, 4],
  ['balance-scale', 5, 625, 1, 1],
  ['abalone', 9, 4_177, 137, 137],
  ['breast-cancer', 11, 699, 46, 47],
  ['bridges', 13, 108, 142, 128],
] as const;

function read(name: string): { readonly columns: number; readonly rows: readonly (readonly (string | null)[])[] } {
  const [header = [], ...rows] = readFileSync(new URL(`fd/${name}.csv`, folder), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => (cell === '?' || cell === '' ? null : cell)));
  return { columns: header.length, rows };
}

function find(columns: number, rows: ReturnType<typeof read>['rows'], nulls: DiscoveryQuestion['nulls']) {
  const search = new DependencySearch({ table: codeRows(columns, rows), nulls, threshold: 0, limits: usualLimits });
  while (!search.advance(1_000_000));
  return search.report.exact.map(({ determinant, dependent }) => `${determinant.join(' ')} -> ${dependent}`).toSorted();
}

describe.skipIf(!isThere)('the published data sets', () => {
  it.each(sets)(
    '%s has %i columns, %i rows and %i dependencies, %i where no NULL equals another',
    (name, ...expected) => {
      const { columns, rows } = read(name);
      const [equal, different] = [find(columns, rows, 'equal'), find(columns, rows, 'different')];
      expect([columns, rows.length, equal.length, different.length]).toEqual(expected);
      const published = readFileSync(new URL(`golden/fds-${name}.txt`, folder), 'utf8')
        .trimEnd()
        .split('\n');
      expect(equal).toEqual(published.toSorted());
    },
  );

  it('and the small tables have just the dependencies that are published for them', () => {
    const text = readFileSync(new URL('golden/fd-small-tables.json', folder), 'utf8');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file that is read by tests only
    const fixtures = JSON.parse(text) as readonly {
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly fds: readonly (readonly [readonly number[], number])[];
    }[];
    for (const { columns, rows, fds } of fixtures) {
      const expected = fds.map(([determinant, dependent]) => `${determinant.join(' ')} -> ${dependent}`);
      expect(find(columns.length, rows, 'equal')).toEqual(expected.toSorted());
    }
    expect(fixtures).toHaveLength(18);
  });
});
