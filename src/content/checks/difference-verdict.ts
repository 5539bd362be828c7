import type { CellText, ResultColumn, ResultSet } from '#core/engine/outcome.ts';
import { code, codeList, count, shortSql } from '#content/words.ts';
import type { Evidence, Verdict } from './check-kind.ts';
import type { ResultDifference } from './compare-results.ts';
import type { Row } from './match-rows.ts';

/** How many rows a verdict shows. */
const shownRows = 10;

export interface ComparedSides {
  readonly expected: ResultSet;
  readonly found: ResultSet;
  /** What returned the rows found, as the subject of a sentence: "Your answer". */
  readonly subject: string;
  /** How titles name the two sides: "Rows that only … returns". */
  readonly missingTitle: string;
  readonly extraTitle: string;
}

/** Says in what the found rows differ from the expected ones, and shows it. */
export function differenceVerdict(difference: ResultDifference, sides: ComparedSides): Verdict {
  const { expected, found, subject } = sides;
  switch (difference.kind) {
    case 'column-names':
      return {
        ok: false,
        message: `${subject} returns ${namesOf(found)}; expected ${namesOf(expected)}.${columnsAmiss(difference)}`,
      };
    case 'column-count':
      return {
        ok: false,
        message: `${subject} returns ${count(found.columns.length, 'column')}; expected ${count(expected.columns.length, 'column')}.`,
      };
    case 'too-large':
      return { ok: false, message: `${subject} returns ${count(found.rowCount, 'row')}, too many to compare.` };
    case 'rows':
      return {
        ok: false,
        message: `${subject} returns ${describeRows(difference, sides)}`,
        evidence: [
          ...rowsEvidence(sides.missingTitle, difference.columns, difference.missing),
          ...rowsEvidence(sides.extraTitle, difference.columns, difference.extra),
        ],
      };
    case 'order':
      return {
        ok: false,
        message: `${subject} returns the right rows in another order. The first that stands elsewhere is row ${difference.place + 1}.`,
        evidence: [
          ...rowsEvidence(`Row ${difference.place + 1} as expected`, difference.columns, [difference.expected]),
          ...rowsEvidence(`Row ${difference.place + 1} as found`, difference.columns, [difference.found]),
        ],
      };
    case 'unknown-order-column':
      return {
        ok: false,
        message: `The check orders by ${code(difference.column)}, but the expected result has ${namesOf(expected)}.`,
      };
  }
}

/** The first of `rows`, as evidence; none where there are no rows. */
export function rowsEvidence(
  title: string,
  columns: readonly ResultColumn[],
  rows: readonly Row[],
  rowCount: number = rows.length,
): readonly Evidence[] {
  return rows.length === 0 ? [] : [{ kind: 'rows', title, columns, rows: rows.slice(0, shownRows), rowCount }];
}

function namesOf({ columns }: ResultSet): string {
  return `the column${columns.length === 1 ? '' : 's'} ${codeList(columns.map(({ name }) => name))}`;
}

function columnsAmiss({
  missing,
  extra,
}: {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}): string {
  return clauses([
    missing.length > 0 && `${codeList(missing)} ${beIn(missing)} missing`,
    extra.length > 0 && `${codeList(extra)} ${beIn(extra)} too many`,
  ]);
}

type RowsDifference = Extract<ResultDifference, { readonly kind: 'rows' }>;

function describeRows({ columns, missing, extra }: RowsDifference, { expected, found }: ComparedSides): string {
  const [value, wanted] = [extra[0]?.[0], missing[0]?.[0]];
  if (columns.length === 1 && expected.rowCount === 1 && found.rowCount === 1 && value !== undefined) {
    return `${describeValue(value)}; expected ${describeValue(wanted ?? null)}.`;
  }
  if (expected.rowCount === found.rowCount) {
    return `${count(found.rowCount, 'row')}, as many as expected, but ${missing.length} of them ${missing.length === 1 ? 'differs' : 'differ'}.`;
  }
  const amiss = clauses([
    missing.length > 0 && `${count(missing.length, 'row')} ${beIn(missing)} missing`,
    extra.length > 0 && `${count(extra.length, 'row')} ${beIn(extra)} too many`,
  ]);
  return `${count(found.rowCount, 'row')}; expected ${count(expected.rowCount, 'row')}.${amiss}`;
}

function describeValue(value: CellText): string {
  if (value === null) return 'NULL';
  return value === '' ? 'empty text' : shortSql(value);
}

function beIn(items: readonly unknown[]): 'is' | 'are' {
  return items.length === 1 ? 'is' : 'are';
}

/** A sentence out of the clauses that hold, or nothing. */
function clauses(all: readonly (string | false)[]): string {
  const sentence = all.filter((clause) => clause !== false).join(', and ');
  return sentence === '' ? '' : ` ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
