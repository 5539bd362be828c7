import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from './dependency.ts';

/**
 * The chase: rows of symbols are changed as little as the dependencies ask until they satisfy all of them. A functional
 * dependency makes two symbols one; a multivalued one adds the row that it says must also be there. Maier, Mendelzon &
 * Sagiv, Testing Implications of Data Dependencies, TODS 4(4) 1979; for the join of projections Aho, Beeri & Ullman, The
 * Theory of Joins in Relational Databases, TODS 4(3) 1979. No symbol is ever new, so it ends; but multivalued
 * dependencies may ask for as many rows as there are combinations of symbols, and asking what joins imply is NP-hard
 * (Fischer & Tsou 1983): the number of rows has a limit. Join dependencies are left out.
 */

/** A symbol for each attribute of the scheme: 0 is the distinguished one of its column, others count from 1. */
export type TableauRow = readonly number[];

export interface SymbolChange {
  readonly attribute: string;
  /** Everywhere in its column it is now … */
  readonly from: number;
  readonly to: number;
}

/** Rows are counted from 0; a row never changes its place, and stays when it has become the same as another. */
export type ChaseStep =
  | {
      readonly kind: 'equated';
      readonly dependency: FunctionalDependency;
      readonly rows: readonly [number, number];
      readonly changes: readonly SymbolChange[];
    }
  | {
      readonly kind: 'added';
      readonly dependency: MultivaluedDependency;
      /** The first gives determinant and dependents, the second the rest. */
      readonly rows: readonly [number, number];
      readonly row: TableauRow;
    };

export interface Chase {
  readonly attributes: readonly string[];
  readonly initial: readonly TableauRow[];
  readonly steps: readonly ChaseStep[];
  readonly final: readonly TableauRow[];
  /** Why it ended: nothing was left to do, what was looked for was there, or there were too many rows. */
  readonly end: 'satisfied' | 'found' | 'too many rows';
}

export interface ChaseOptions {
  /** Where it is true the chase need not go on. */
  readonly isFound?: (rows: readonly TableauRow[]) => boolean;
  /** Of rows. */
  readonly limit?: number;
}

/** Chases the rows by all dependencies of the scheme: functional ones as long as they change something, then the others. */
export function chase(
  scheme: RelationScheme,
  initial: readonly TableauRow[],
  { isFound = () => false, limit = 1000 }: ChaseOptions = {},
): Chase {
  const placeOf = new Map(scheme.attributes.map((name, place) => [name, place]));
  const columnsOf = (names: readonly string[]): readonly number[] => names.map((name) => known(placeOf, name));
  const functional = scheme.functional.map((dependency) => ({
    dependency,
    determinant: columnsOf(dependency.determinant),
    dependents: columnsOf(dependency.dependents),
  }));
  const multivalued = scheme.multivalued.map((dependency) => {
    const fixed = new Set(columnsOf([...dependency.determinant, ...dependency.dependents]));
    const rest = scheme.attributes.map((_, column) => column).filter((column) => !fixed.has(column));
    const determinant = columnsOf(dependency.determinant);
    return { dependency, determinant, dependents: columnsOf(dependency.dependents), rest };
  });

  let rows = initial;
  const steps: ChaseStep[] = [];
  const ended = (end: Chase['end']): Chase => ({ attributes: scheme.attributes, initial, steps, final: rows, end });
  const take = (step: ChaseStep): boolean => {
    steps.push(step);
    rows = rowsAfter(rows, step, placeOf);
    return isFound(rows);
  };
  if (isFound(rows)) return ended('found');
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const one of functional) {
      for (let step = equating(rows, one, scheme.attributes); step; step = equating(rows, one, scheme.attributes)) {
        isNew = true;
        if (take(step)) return ended('found');
      }
    }
    // What was made equal may let another functional dependency speak: they come first, since they make the rows fewer.
    if (isNew) continue;
    for (const one of multivalued) {
      for (const step of missingRows(rows, one)) {
        if (rows.length >= limit) return ended('too many rows');
        isNew = true;
        if (take(step)) return ended('found');
      }
      if (isNew) break;
    }
  }
  return ended('satisfied');
}

/** The rows as they stand after the first `count` steps. */
export function tableauAfter({ attributes, initial, steps }: Chase, count: number): readonly TableauRow[] {
  const placeOf = new Map(attributes.map((name, place) => [name, place]));
  return steps.slice(0, count).reduce((rows, step) => rowsAfter(rows, step, placeOf), initial);
}

/** A symbol as books write it: a and the column, or b with the row it came from and the column. */
export function symbolText(symbol: number, column: number): string {
  return symbol === 0 ? `a${column + 1}` : `b${symbol},${column + 1}`;
}

interface Columns<D> {
  readonly dependency: D;
  readonly determinant: readonly number[];
  readonly dependents: readonly number[];
}

function known(placeOf: ReadonlyMap<string, number>, name: string): number {
  const place = placeOf.get(name);
  if (place === undefined) throw new Error(`the relation has no attribute ${name}`);
  return place;
}

const valuesIn = (row: TableauRow, columns: readonly number[]): string =>
  columns.map((column) => row[column]).join(' ');

function rowsAfter(
  rows: readonly TableauRow[],
  step: ChaseStep,
  placeOf: ReadonlyMap<string, number>,
): readonly TableauRow[] {
  if (step.kind === 'added') return [...rows, step.row];
  const changes = new Map(step.changes.map((change) => [placeOf.get(change.attribute), change]));
  return rows.map((row) =>
    row.map((symbol, column) => {
      const change = changes.get(column);
      return change?.from === symbol ? change.to : symbol;
    }),
  );
}

/** The first two rows that agree in the determinant and not in the dependents; the smaller symbol stays, 0 always. */
function equating(
  rows: readonly TableauRow[],
  { dependency, determinant, dependents }: Columns<FunctionalDependency>,
  attributes: readonly string[],
): ChaseStep | null {
  const firstWith = new Map<string, { readonly place: number; readonly row: TableauRow }>();
  for (const [place, row] of rows.entries()) {
    const values = valuesIn(row, determinant);
    const first = firstWith.get(values);
    if (first === undefined) {
      firstWith.set(values, { place, row });
      continue;
    }
    const changes = [...new Set(dependents)].flatMap((column): readonly SymbolChange[] => {
      const [one, other] = [first.row[column] ?? 0, row[column] ?? 0];
      const attribute = attributes[column] ?? '';
      return one === other ? [] : [{ attribute, from: Math.max(one, other), to: Math.min(one, other) }];
    });
    if (changes.length > 0) return { kind: 'equated', dependency, rows: [first.place, place], changes };
  }
  return null;
}

/** The rows that a multivalued dependency asks for and that are not there, one after another. */
function* missingRows(
  rows: readonly TableauRow[],
  { dependency, determinant, dependents, rest }: Columns<MultivaluedDependency> & { readonly rest: readonly number[] },
): Generator<ChaseStep> {
  const groups = new Map<string, { ones: Map<string, number>; others: Map<string, number>; present: Set<string> }>();
  for (const [place, row] of rows.entries()) {
    const values = valuesIn(row, determinant);
    const group = groups.get(values) ?? { ones: new Map(), others: new Map(), present: new Set() };
    groups.set(values, group);
    const [one, other] = [valuesIn(row, dependents), valuesIn(row, rest)];
    if (!group.ones.has(one)) group.ones.set(one, place);
    if (!group.others.has(other)) group.others.set(other, place);
    group.present.add(`${one}|${other}`);
  }
  const isRest = new Set(rest);
  for (const { ones, others, present } of groups.values()) {
    for (const [one, place] of ones) {
      for (const [other, otherPlace] of others) {
        if (present.has(`${one}|${other}`)) continue;
        const restRow = rows[otherPlace];
        const row = (rows[place] ?? []).map((symbol, column) =>
          isRest.has(column) ? (restRow?.[column] ?? 0) : symbol,
        );
        yield { kind: 'added', dependency, rows: [place, otherPlace], row };
      }
    }
  }
}
