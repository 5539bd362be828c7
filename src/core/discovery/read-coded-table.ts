import type { CellText, RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { CodedColumn, CodedTable } from './coded-table.ts';

/** Rows in a database: what stands after FROM, and each column as an expression that rows can be grouped by. */
export interface CodedSource {
  readonly sql: string;
  readonly columns: readonly string[];
}

export interface CodedReading {
  readonly table: CodedTable;
  /** How many rows there are; `table` may be of the first only. */
  readonly rowsInAll: number;
}

/** In about a second, of a table of usual width. */
export const mostRowsRead = 100_000;
/** The cells of wider tables: as many as a database of half a gigabyte groups without running out of memory. */
const mostCells = 1_000_000;
/** Fewer rows than these are not worth another try. */
const leastRowsRead = 1_000;

export function rowsToRead(columnCount: number): number {
  return Math.min(mostRowsRead, Math.floor(mostCells / Math.max(1, columnCount)));
}

/** A question about more columns at once than these would take all of the database's memory, and the database with it. */
const columnsAtOnce = 60;

/**
 * Which values of each column are the same, as GROUP BY takes them, of the first rows of a table. No value leaves the
 * database: for each column the numbers of the rows that share a value come as one text, and of values that stand alone
 * not even that. Where that is more than the database can hold, fewer rows are looked at.
 */
export async function readCodedTable(
  ask: (sql: string) => Promise<RunOutcome>,
  source: CodedSource,
): Promise<Result<CodedReading, SqlFailure>> {
  for (let limit = rowsToRead(source.columns.length); ; limit = Math.floor(limit / 10)) {
    const reading = await readRows(ask, source, limit);
    if (reading.ok || !isTooLarge(reading.error) || limit <= leastRowsRead) return reading;
  }
}

/**
 * Of wide tables some columns after the others. The questions number the rows alike: each begins its scan at the first
 * one, in the same database.
 */
async function readRows(
  ask: (sql: string) => Promise<RunOutcome>,
  { sql, columns }: CodedSource,
  limit: number,
): Promise<Result<CodedReading, SqlFailure>> {
  const coded: CodedColumn[] = [];
  for (let from = 0; ; from += columnsAtOnce) {
    const some = columns.slice(from, from + columnsAtOnce);
    const last = (await ask(groupsIn({ sql, columns: some }, limit))).statements.at(-1);
    if (last?.kind !== 'done') return err(last?.kind === 'failed' ? last.failure : neverAnswered);
    const [inAll, looked, ...groups] = last.result?.rows[0] ?? [];
    const rowCount = Number(looked ?? 0);
    coded.push(...some.map((_, place) => columnOf(groups[place] ?? null, rowCount)));
    if (from + columnsAtOnce >= columns.length) {
      return ok({ table: { rowCount, columns: coded }, rowsInAll: Number(inAll ?? 0) });
    }
  }
}

const neverAnswered: SqlFailure = { kind: 'engine-lost', reason: 'it gave no answer' };

/** Memory, disk, or the limits that are set on them. */
function isTooLarge(failure: SqlFailure): boolean {
  return failure.kind === 'statement' && /^(53|54)/.test(failure.sqlState);
}

/**
 * One row: how many rows there are, how many were looked at, and for each column its groups: `!` for that of NULL, then
 * the rows' numbers from 1 on.
 */
function groupsIn({ sql, columns }: CodedSource, limit: number): string {
  const labels = columns.map((_, place) => `c${place}`);
  const numbered = ['row_number() over () as n', ...columns.map((column, place) => `${column} as c${place}`)];
  const groups = labels.map((label) => {
    // Of a composite value whose fields are all NULL, IS NULL is true, too.
    const isNull = `${label} is not distinct from null`;
    const group = `case when ${isNull} then '!' else '' end || string_agg(n::text, ' ') as g`;
    return `(select string_agg(g, ';') from (select ${group} from numbered group by ${label} having count(*) > 1 or ${isNull}) as groups)`;
  });
  return [
    'set local synchronize_seqscans to off;',
    `with numbered as materialized (select ${numbered.join(', ')} from ${sql} limit ${limit})`,
    `select ${[`(select count(*) from ${sql})`, '(select count(*) from numbered)', ...groups].join(',\n')}`,
  ].join('\n');
}

const signs = { null: 33, next: 32, nextGroup: 59, zero: 48 } as const;

/** Rows that are in no group have a value of their own each. */
function columnOf(groups: CellText, rowCount: number): CodedColumn {
  const text = groups ?? '';
  const codes = new Int32Array(rowCount).fill(-1);
  let distinct = 0;
  let nullCode: number | null = null;
  let row = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = at < text.length ? text.charCodeAt(at) : signs.next;
    if (sign === signs.null) nullCode = distinct;
    else if (sign === signs.next || sign === signs.nextGroup) {
      if (row > 0) codes[row - 1] = distinct;
      row = 0;
      if (sign === signs.nextGroup) distinct += 1;
    } else row = row * 10 + (sign - signs.zero);
  }
  if (text !== '') distinct += 1;
  for (let at = 0; at < rowCount; at++) {
    if (codes[at] !== -1) continue;
    codes[at] = distinct;
    distinct += 1;
  }
  return { codes, distinct, nullCode };
}
