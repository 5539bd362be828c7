import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { ResultSet, SqlFailure } from '#core/engine/outcome.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { answersOf, type Ask } from './answers-of.ts';
import { knownCondition } from './redundancy.ts';
import { comparable, rowsOf, type RowSource } from './row-source.ts';
import type { TableSplit } from './table-split.ts';
import { contradictionsIn, missingCombinationCount, missingCombinations } from './violating-rows.ts';

/** What the rows say to a split: whether they can be moved, and which keys they would meet. */
export interface SplitFacts {
  readonly rows: number;
  /** Rows that the parts would have. */
  readonly movedRows: number;
  readonly keptRows: number;
  readonly movedSample: ResultSet;
  readonly keptSample: ResultSet;
  /** Rows that contradict the dependency, or combinations that it misses: none where it holds. */
  readonly contradictions: ResultSet;
  readonly contradictionCount: number;
  /** Rows in which the determinant is NULL, wholly or in part. */
  readonly withoutDeterminant: number;
  /** Those of them that say something which could be kept nowhere, and the first of them. */
  readonly homeless: number;
  readonly homelessSample: ResultSet;
  /** In the order of the split's keys. */
  readonly movedKeys: readonly KeyFacts[];
  readonly keptKeys: readonly KeyFacts[];
}

export interface KeyFacts {
  /** Values that more than one row of the part would have. */
  readonly duplicates: number;
  /** Rows of the part in which the key is NULL, wholly or in part. */
  readonly nulls: number;
}

const shownRows = 8;
const shownContradictions = 12;

/** Asks the rows all that a migration hangs on, in one script. */
export async function askSplit(
  catalog: Pick<Catalog, 'types'>,
  table: Table,
  split: TableSplit,
  ask: Ask,
): Promise<Result<SplitFacts, SqlFailure>> {
  const source = rowsOf(table, catalog);
  const { dependency, moved, kept } = split;
  const { determinant, kind } = dependency;
  const free = moved.filter((name) => !determinant.includes(name));
  const isKnown = knownCondition(determinant);
  // Both parts of an mvd say something of the determinant; what stays of an fd stays with its row.
  const isHomeless = `not (${isKnown})${kind === 'functional' ? ` and num_nonnulls(${listOf(source, free)}) > 0` : ''}`;
  const parts = [part(source, moved, isKnown), part(source, kept, 'true')];
  const [movedPart = '', keptPart = ''] = parts;
  const rule = { determinant, dependents: free };
  const attributes = table.columns.map(({ name }) => name);
  const isFunctional = kind === 'functional';
  const [shown, counted] = isFunctional
    ? [limited(contradictionsIn(known(source, isKnown), rule)), count(contradictionsIn(known(source, isKnown), rule))]
    : [
        missingCombinations(source, rule, attributes, shownContradictions / 3),
        `select combinations from (${missingCombinationCount(source, rule, attributes)}) as c`,
      ];
  const questions = [
    `select count(*), count(*) filter (where not (${isKnown})), count(*) filter (where ${isHomeless}) from ${source.sql}`,
    `select (select count(*) from ${movedPart}), (select count(*) from ${keptPart})`,
    `select * from ${movedPart} order by ${placesOf(moved)} limit ${shownRows}`,
    `select * from ${keptPart} order by ${placesOf(kept)} limit ${shownRows}`,
    shown,
    counted,
    `select ${columns(source, attributes)} from ${source.sql} where ${isHomeless} limit ${shownRows}`,
    ...split.movedKeys.map((key) => keyQuestion(movedPart, key)),
    ...split.keptKeys.map((key) => keyQuestion(keptPart, key)),
  ];
  const answered = answersOf(await ask(questions.join(';\n')));
  if (!answered.ok) return answered;
  const results = answered.value;
  const numbers = (place: number): readonly number[] => (results[place]?.rows[0] ?? []).map(Number);
  const [rows = 0, withoutDeterminant = 0, homeless = 0] = numbers(0);
  const [movedRows = 0, keptRows = 0] = numbers(1);
  const keyFacts = (first: number, keys: readonly unknown[]): readonly KeyFacts[] =>
    keys.map((_, place) => {
      const [duplicates = 0, nulls = 0] = numbers(first + place);
      return { duplicates, nulls };
    });
  return ok({
    rows,
    movedRows,
    keptRows,
    movedSample: results[2] ?? nothing,
    keptSample: results[3] ?? nothing,
    contradictions: results[4] ?? nothing,
    contradictionCount: numbers(5)[0] ?? 0,
    withoutDeterminant,
    homeless,
    homelessSample: results[6] ?? nothing,
    movedKeys: keyFacts(7, split.movedKeys),
    keptKeys: keyFacts(7 + split.movedKeys.length, split.keptKeys),
  });
}

const nothing: ResultSet = { columns: [], rows: [], rowCount: 0 };

/** The rows of a part, as a source that can be asked further. */
function part(source: RowSource, names: readonly string[], condition: string): string {
  return `(select distinct ${columns(source, names)} from ${source.sql} where ${condition}) as part`;
}

/** As they can be told apart, under their own names. */
function columns(source: RowSource, names: readonly string[]): string {
  return names.map((name) => `${comparable(source, name)} as ${quoteName(name)}`).join(', ');
}

function placesOf(names: readonly string[]): string {
  return names.map((_, place) => place + 1).join(', ');
}

function listOf(source: RowSource, all: readonly string[]): string {
  return all.map((name) => comparable(source, name)).join(', ');
}

function known(source: RowSource, condition: string): RowSource {
  return { ...source, sql: `(select * from ${source.sql} where ${condition}) as known` };
}

function limited(query: string): string {
  return `select * from (${query}) as c limit ${shownContradictions}`;
}

/** How many determinants are contradicted would be fairer, but the rows are what is shown. */
function count(query: string): string {
  return `select coalesce(sum("rows"), 0) from (${query}) as c`;
}

/** The part has made texts of what cannot be compared. NULLs are told apart by no UNIQUE. */
function keyQuestion(from: string, key: readonly string[]): string {
  if (key.length === 0) return `select greatest(count(*) - 1, 0), 0 from ${from}`;
  const list = key.map(quoteName).join(', ');
  return [
    `select count(*) filter (where n > 1 and num_nulls(${list}) = 0),`,
    `coalesce(sum(n) filter (where num_nulls(${list}) > 0), 0)`,
    `from (select ${list}, count(*) as n from ${from} group by ${list}) as k`,
  ].join('\n');
}
