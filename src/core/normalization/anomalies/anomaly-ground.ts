import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { answersOf, type Ask } from '#core/normalization/answers-of.ts';
import { whereCells, type CellValues } from '#core/normalization/cell-sql.ts';
import type { Migration } from '#core/normalization/migration/migration-ground.ts';
import { askNewValues, type NewValues } from './new-values.ts';
import { declaredKeys } from '#core/normalization/migration/part-table.ts';
import { knownCondition } from '#core/normalization/redundancy.ts';
import { comparable, rowsOf } from '#core/normalization/row-source.ts';
import type { TableSplit } from '#core/normalization/table-split.ts';
import type { Trial } from './trial.ts';

export type AnomalyKind = 'insertion' | 'update' | 'deletion';

/** What came of one statement. Sentences have names in backticks. */
export type Showing =
  /** The anomaly was seen, or, on the parts, that it is gone. */
  | { readonly kind: 'shown'; readonly trial: Trial; readonly words: string }
  /** It cannot be shown; with the statement that was tried, if one was. */
  | { readonly kind: 'impossible'; readonly reason: string; readonly trial: Trial | null };

export interface Anomaly {
  readonly kind: AnomalyKind;
  /** On the table as it is. */
  readonly whole: Showing;
  /** On the tables that the split would make. */
  readonly parts: Showing;
}

/** A row to make an example of, and how many rows share its determinant. */
export interface ExampleRow {
  readonly values: CellValues;
  readonly place: string;
  readonly rows: number;
}

export interface AnomalyGround {
  readonly catalog: Catalog;
  readonly table: Table;
  readonly split: TableSplit;
  readonly ask: Ask;
  /** What would split it; or why it cannot be split, as a sentence. */
  readonly migration: Result<Migration, string>;
  /** Of the determinant that stands in the most rows, or null where none is known. */
  readonly fullest: ExampleRow;
  /** Rows of that determinant, this one first: one of them may be guarded. */
  readonly fullestRows: readonly ExampleRow[];
  /** One each of the determinants that stand in the fewest rows, those of which something is said first. */
  readonly sparsest: readonly ExampleRow[];
  readonly newValues: NewValues;
}

const triedRows = 3;

/** Null where no row has a determinant. */
export async function askAnomalyGround(
  asked: Omit<AnomalyGround, 'fullest' | 'fullestRows' | 'sparsest' | 'newValues'>,
): Promise<Result<AnomalyGround | null, SqlFailure>> {
  const { catalog, table, split, ask } = asked;
  const source = rowsOf(table, catalog);
  const { determinant } = split.dependency;
  const list = (names: readonly string[]): string => names.map((name) => comparable(source, name)).join(', ');
  const names = table.columns.map(({ name }) => name);
  const free = split.moved.filter((name) => !determinant.includes(name));
  const key = table.primaryKey?.columns ?? [];
  const order = [...determinant, ...key].map((name) => comparable(source, name)).join(', ');
  const rows = [
    `(select rowhouse_row.*, ctid as rowhouse_ctid, num_nonnulls(${list(free)}) as rowhouse_said,`,
    `count(*) over (partition by ${list(determinant)}) as rowhouse_n,`,
    `row_number() over (partition by ${list(determinant)} order by ${order}) as rowhouse_nth`,
    `from ${source.sql} as rowhouse_row where ${knownCondition(determinant)}) as r`,
  ].join(' ');
  const cells = names.map((name) => `${quoteName(name)}::text`).join(', ');
  const select = `select rowhouse_ctid::text, rowhouse_n, ${cells} from ${rows} where rowhouse_nth`;
  const answered = answersOf(
    await ask(
      [
        `${select} <= ${triedRows} order by rowhouse_said = 0, rowhouse_n desc, ${order} limit ${triedRows}`,
        `${select} = 1 order by rowhouse_said = 0, rowhouse_n, ${order} limit ${triedRows}`,
      ].join(';\n'),
    ),
  );
  if (!answered.ok) return answered;
  const [most, fewest] = answered.value.map((result) => result.rows.map((row) => exampleOf(names, row)));
  const fullest = most?.[0];
  if (fullest === undefined) return ok(null);
  const isAlike = ({ values }: ExampleRow): boolean =>
    determinant.every((name) => values.get(name) === fullest.values.get(name));
  const newValues = await askNewValues(catalog, table, writable(table, split.moved), ask);
  if (!newValues.ok) return newValues;
  const fullestRows = most?.filter(isAlike) ?? [];
  return ok({ ...asked, fullest, fullestRows, sparsest: fewest ?? [], newValues: newValues.value });
}

function exampleOf(names: readonly string[], row: readonly (string | null)[]): ExampleRow {
  const [place, rows, ...cells] = row;
  return {
    values: new Map(names.map((name, index) => [name, cells[index] ?? null])),
    place: place ?? '',
    rows: Number(rows),
  };
}

/** Of these columns those that a statement may give a value. */
export function writable({ columns }: Table, names: readonly string[]): readonly string[] {
  return names.filter((name) =>
    columns.some((column) => column.name === name && column.generated === null && column.identity !== 'always'),
  );
}

/** The condition that means this one row: by a key of its own, else by its place. */
export function thisRow({ catalog, table }: Pick<AnomalyGround, 'catalog' | 'table'>, row: ExampleRow): string {
  const key = declaredKeys(table).find(({ columns }) => columns.every((name) => row.values.get(name) != null));
  return key === undefined ? `ctid = '${row.place}'` : whereCells(catalog, table, key.columns, row.values);
}

/** Columns by which a reader tells the rows of the whole table apart. */
export function tellingColumns({ table, split }: Pick<AnomalyGround, 'table' | 'split'>): readonly string[] {
  const { determinant } = split.dependency;
  const key = table.primaryKey?.columns ?? [];
  const rest = split.kept.filter((name) => !determinant.includes(name));
  const telling = key.length > 0 ? key : rest.slice(0, 2);
  return telling.filter((name) => !split.moved.includes(name));
}
