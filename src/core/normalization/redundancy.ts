import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { answersOf, type Ask } from './answers-of.ts';
import { comparable, rowsOf, type RowSource } from './row-source.ts';
import type { TableSplit } from './table-split.ts';

/** How often a table says what it has said already. */
export interface Redundancy {
  /** Of the whole table; bytes of its values, without what PostgreSQL needs around them. */
  readonly rows: number;
  readonly cells: number;
  readonly bytes: number;
  /** Values of the determinant, each of which is one fact for each column below. */
  readonly facts: number;
  readonly columns: readonly RepeatedColumn[];
  readonly repeatedCells: number;
  readonly repeatedBytes: number;
  /** Rows in which the determinant is NULL, wholly or in part: they say nothing of anything, and are not counted. */
  readonly rowsWithoutDeterminant: number;
}

export interface RepeatedColumn {
  readonly column: string;
  /** Cells that say what another row says already. */
  readonly cells: number;
  readonly bytes: number;
}

/**
 * Counts the cells that repeat a known fact. Of X → Y each column that goes with X says one thing per value of X: rows
 * − values, NULLs left out. Of X ↠ Y the columns of Y repeat what the distinct X with Y say, and those of the rest
 * likewise. Bytes are those of `pg_column_size`; of equal values one is no repetition. One pass over the rows per part.
 */
export async function measureRedundancy(
  catalog: Pick<Catalog, 'types'>,
  table: Table,
  split: TableSplit,
  ask: Ask,
): Promise<Result<Redundancy, SqlFailure>> {
  const source = rowsOf(table, catalog);
  const { determinant, kind } = split.dependency;
  const free = (columns: readonly string[]): readonly string[] => columns.filter((name) => !determinant.includes(name));
  const parts = kind === 'functional' ? [free(split.moved)] : [free(split.moved), free(split.kept)];
  const questions = parts.map((columns) =>
    repetitions(source, determinant, kind === 'functional' ? determinant : [...determinant, ...columns], columns),
  );
  const answered = answersOf(await ask([totals(table, source, determinant), ...questions].join(';\n')));
  if (!answered.ok) return answered;
  const [total, ...repeated] = answered.value.map(({ rows }) => (rows[0] ?? []).map(Number));
  const [rows = 0, bytes = 0, facts = 0, rowsWithoutDeterminant = 0] = total ?? [];
  const columns = parts.flatMap((names, part) =>
    names.map((column, place): RepeatedColumn => {
      const [cells = 0, size = 0] = repeated[part]?.slice(2 * place, 2 * place + 2) ?? [];
      return { column, cells, bytes: size };
    }),
  );
  return ok({
    rows,
    cells: rows * table.columns.length,
    bytes,
    facts,
    columns,
    repeatedCells: columns.reduce((sum, column) => sum + column.cells, 0),
    repeatedBytes: columns.reduce((sum, column) => sum + column.bytes, 0),
    rowsWithoutDeterminant,
  });
}

/** Rows, the bytes of their stored values, values of the determinant, rows without one. */
function totals(table: Table, source: RowSource, determinant: readonly string[]): string {
  const sizes = table.columns
    .filter(({ generation }) => generation !== 'virtual')
    .map(({ name }) => `coalesce(pg_column_size(${quoteName(name)}), 0)`);
  const isKnown = knownCondition(determinant);
  return [
    `select count(*), coalesce(sum(${sizes.join(' + ') || '0'}), 0),`,
    `(select count(*) from (select 1 from ${source.sql} where ${isKnown} group by ${list(source, determinant)}) as facts),`,
    `count(*) filter (where not (${isKnown})) from ${source.sql}`,
  ].join('\n');
}

/** For each column how many of its cells stand in a group with another, and their bytes but for the largest of each. */
function repetitions(
  source: RowSource,
  determinant: readonly string[],
  group: readonly string[],
  columns: readonly string[],
): string {
  const inner = columns.flatMap((name, place) => {
    const cell = quoteName(name);
    return [
      `count(${cell}) as n${place}`,
      `coalesce(sum(pg_column_size(${cell})), 0) - coalesce(max(pg_column_size(${cell})), 0) as b${place}`,
    ];
  });
  const outer = columns.flatMap((_, place) => [
    `coalesce(sum(greatest(n${place} - 1, 0)), 0)`,
    `coalesce(sum(b${place}), 0)`,
  ]);
  return [
    `select ${outer.join(', ')} from (`,
    `  select ${inner.join(', ')} from ${source.sql} where ${knownCondition(determinant)} group by ${list(source, group)}`,
    ') as groups',
  ].join('\n');
}

export function knownCondition(columns: readonly string[]): string {
  return columns.map((name) => `${quoteName(name)} is not null`).join(' and ');
}

function list(source: RowSource, columns: readonly string[]): string {
  return columns.map((name) => comparable(source, name)).join(', ');
}
