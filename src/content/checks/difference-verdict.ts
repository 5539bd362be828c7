import type { CellText, ResultColumn, ResultSet } from '#core/engine/outcome.ts';
import { code, codeList, count, shortSql } from '#content/words.ts';
import type { Evidence, Verdict } from './check-kind.ts';
import type { ResultDifference, RowsDifference } from './compare-results.ts';
import type { Row } from './match-rows.ts';

/** How many rows a verdict shows. */
const shownRows = 10;

export interface ComparedSides {
  readonly expected: ResultSet;
  readonly found: ResultSet;
  /** What returned the rows found, as the subject of a sentence: "Your answer". */
  readonly subject: string;
  /** The same behind the author's words; null where they have said it, and the finding says no more than "Found". */
  readonly findingSubject: string | null;
  /** How titles name the two sides: "Rows that only … returns". */
  readonly missingTitle: string;
  readonly extraTitle: string;
}

/** Says in what the found rows differ from the expected ones, and shows it. */
export function differenceVerdict(difference: ResultDifference, sides: ComparedSides): Verdict {
  if (difference.kind === 'unknown-order-column') {
    const message = `The check orders by ${code(difference.column)}, but the expected result has ${namesOf(sides.expected)}.`;
    return { ok: false, message };
  }
  const found = describeFound(difference, sides);
  const verb = difference.kind === 'column-names' || difference.kind === 'column-count' ? 'has' : 'returns';
  const finding = `${sides.findingSubject === null ? 'Found' : `${sides.findingSubject} ${verb}`} ${found}`;
  const isRenamed = difference.kind === 'column-names' && difference.missing.length === difference.extra.length;
  return {
    ok: false,
    message: `${sides.subject} ${verb} ${found}`,
    finding: isRenamed ? columnsAmiss(difference) : finding,
    evidence: evidenceOf(difference, sides),
  };
}

type FoundDifference = Exclude<ResultDifference, { readonly kind: 'unknown-order-column' }>;

function describeFound(difference: FoundDifference, sides: ComparedSides): string {
  const { expected, found } = sides;
  switch (difference.kind) {
    case 'column-names':
      return found.columns.length === expected.columns.length
        ? `${namesOf(found)}; expected ${namesOf(expected)}. ${columnsAmiss(difference)}`
        : `${describeColumnCount(found, expected.columns.length)}. ${columnsAmiss(difference)}`;
    case 'column-count': {
      const wanted = expected.columns.map(({ name }) => name);
      return `${describeColumnCount(found, wanted.length)}: ${codeList(wanted)}.`;
    }
    case 'too-large':
      return `${count(found.rowCount, 'row')}, too many to compare.`;
    case 'rows':
      return describeRows(difference, sides);
    case 'order':
      return `the right rows in another order. The first that stands elsewhere is row ${difference.place + 1}.`;
  }
}

function evidenceOf(difference: FoundDifference, sides: ComparedSides): readonly Evidence[] {
  if (difference.kind === 'rows') {
    return [
      ...rowsEvidence(titleOf(sides.missingTitle, difference), sides.expected.columns, difference.missing),
      ...rowsEvidence(titleOf(sides.extraTitle, difference), difference.foundColumns, difference.extra),
    ];
  }
  if (difference.kind !== 'order') return [];
  const row = `Row ${difference.place + 1}`;
  return [
    ...rowsEvidence(`${row} as expected`, difference.columns, [difference.expected]),
    ...rowsEvidence(`${row} as found`, difference.columns, [difference.found]),
  ];
}

/** Where not all rows were compared, those shown stand for an unknown number of others. */
function titleOf(title: string, { isComplete }: RowsDifference): string {
  return isComplete ? title : `Some ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
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

/** "3 columns, `a`, `b` and `c`; 2 are expected", for the caller to go on. */
export function describeColumnCount({ columns }: ResultSet, expected: number): string {
  const names = columns.length === 0 ? '' : `, ${codeList(columns.map(({ name }) => name))}`;
  return `${count(columns.length, 'column')}${names}; ${expected} ${expected === 1 ? 'is' : 'are'} expected`;
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

function describeRows(difference: RowsDifference, { expected, found }: ComparedSides): string {
  const { missing, extra, foundColumns, isComplete } = difference;
  const [value, wanted] = [extra[0]?.[0], missing[0]?.[0]];
  if (foundColumns.length === 1 && expected.rowCount === 1 && found.rowCount === 1 && value !== undefined) {
    return `${describeValue(value)}; expected ${describeValue(wanted ?? null)}.`;
  }
  const column = loneColumnName(difference);
  if (expected.rowCount === 1 && found.rowCount === 1) {
    return `1 row, as expected, but ${column === null ? 'with other values' : `it differs in ${code(column)}`}.`;
  }
  if (expected.rowCount === found.rowCount) {
    const differing = `${missing.length.toLocaleString('en')} of them ${missing.length === 1 ? 'differs' : 'differ'}`;
    return `${count(found.rowCount, 'row')}, as many as expected, but ${differing}${column === null ? '' : ` in ${code(column)}`}.`;
  }
  const counts = `${count(found.rowCount, 'row')}; expected ${count(expected.rowCount, 'row')}.`;
  if (found.rowCount === 0 || expected.rowCount === 0 || !isComplete) return counts;
  const amiss = clauses([
    missing.length > 0 && `${count(missing.length, 'row')} ${beIn(missing)} missing`,
    extra.length > 0 && `${count(extra.length, 'row')} ${beIn(extra)} too many`,
  ]);
  return `${counts} ${amiss}`;
}

/** A name that several columns share would not tell which of them is meant. */
function loneColumnName({ foundColumns, loneColumn }: RowsDifference): string | null {
  const name = loneColumn === null ? undefined : foundColumns[loneColumn]?.name;
  return name !== undefined && foundColumns.filter((column) => column.name === name).length === 1 ? name : null;
}

function describeValue(value: CellText): string {
  if (value === null) return 'NULL';
  return value === '' ? 'empty text' : shortSql(value);
}

function beIn(items: readonly unknown[]): 'is' | 'are' {
  return items.length === 1 ? 'is' : 'are';
}

/** A sentence out of the clauses that hold. */
function clauses(all: readonly (string | false)[]): string {
  const sentence = all.filter((clause) => clause !== false).join(', and ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
