import { existsSync, readFileSync } from 'node:fs';
import { codeRows, type CodedTable } from '#core/discovery/coded-table.ts';
import { DependencySearch } from '#core/discovery/dependency-search.ts';
import { usualLimits, type DiscoveryReport } from '#core/discovery/discovery.ts';
import { nextIndex, randomStreams } from '#core/shared/random.ts';

/**
 * What finding dependencies in rows costs: as rows grow, as columns grow, and for the published data sets where they are
 * there. Prints tables, and fails when a published count is not met, or takes a second or longer.
 */
const folder = new URL('../../shared/data/', import.meta.url);
const published = [
  { name: 'iris', dependencies: 4 },
  { name: 'balance-scale', dependencies: 1 },
  { name: 'abalone', dependencies: 137 },
  { name: 'breast-cancer', dependencies: 46 },
  { name: 'bridges', dependencies: 142 },
] as const;
const targetMs = 1_000;

interface Run {
  readonly table: CodedTable;
  readonly threshold?: number;
  readonly determinantSize?: number | null;
}

function measured({ table, threshold = 0, determinantSize = null }: Run): DiscoveryReport & { readonly ms: number } {
  const startMs = performance.now();
  const limits = { ...usualLimits, determinantSize };
  const search = new DependencySearch({ table, nulls: 'equal', threshold, limits });
  while (!search.advance(1_000_000));
  return { ...search.report, ms: performance.now() - startMs };
}

function figuresOf({ ms, exact, nearly, uniques, progress, end }: ReturnType<typeof measured>) {
  return {
    'sets tried': progress.triedInAll,
    uniques: uniques.length,
    dependencies: exact.length,
    nearly: nearly.length,
    end: end?.kind,
    ms: Math.round(ms),
  };
}

/** Columns of 2 to 40 values; every fourth follows from the two before it, as in a table that wants splitting. */
function grown(columns: number, rows: number): CodedTable {
  const { cells } = randomStreams(1, ['cells']);
  const sizes = [2, 5, 20, 0, 3, 8, 40, 0];
  const values = Array.from({ length: rows }, () => {
    const row: number[] = [];
    for (let column = 0; column < columns; column += 1) {
      const size = sizes[column % sizes.length] ?? 2;
      const follows = ((row[column - 1] ?? 0) * 31 + (row[column - 2] ?? 0) * 7) % 40;
      row.push(size > 0 ? nextIndex(cells, size) : follows);
    }
    return row;
  });
  return codeRows(columns, values);
}

console.log('\nRows grow: 10 columns, determinants of any size');
console.table(
  [1_000, 10_000, 100_000].flatMap((rows) =>
    [0, 0.01].map((threshold) => ({
      rows,
      'may break': threshold,
      ...figuresOf(measured({ table: grown(10, rows), threshold })),
    })),
  ),
);

console.log('\nColumns grow: 2,000 rows, determinants of up to 3 columns');
console.table(
  [10, 20, 40, 60].flatMap((columns) =>
    [0, 0.01].map((threshold) => ({
      columns,
      'may break': threshold,
      ...figuresOf(measured({ table: grown(columns, 2_000), threshold, determinantSize: 3 })),
    })),
  ),
);

if (existsSync(folder)) {
  console.log('\nThe published data sets, determinants of any size');
  const rows = published.map(({ name, dependencies }) => {
    const [header = [], ...cells] = readFileSync(new URL(`fd/${name}.csv`, folder), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    const run = measured({ table: codeRows(header.length, cells) });
    if (run.exact.length !== dependencies || run.ms >= targetMs) {
      console.error(`${name} has ${dependencies} dependencies, which are to be found in ${targetMs} ms.`);
      process.exitCode = 1;
    }
    return { name, columns: header.length, rows: cells.length, published: dependencies, ...figuresOf(run) };
  });
  console.table(rows);
} else {
  console.log('\nskipped: the published data sets are not at ../shared/data');
}
