import * as fc from 'fast-check';
import { chase } from './chase.ts';
import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from './dependency.ts';
import { arbitraryScheme } from './test-brute-force.ts';

/** Rows of values, by the definitions alone: what they satisfy, their projections and joins. */
export type Value = string | number;
export type Rows = readonly (readonly Value[])[];

export function isSatisfied({ attributes, functional, multivalued }: RelationScheme, rows: Rows): boolean {
  return (
    functional.every((one) => satisfiesFunctional(attributes, rows, one)) &&
    multivalued.every((one) => satisfiesMultivalued(attributes, rows, one))
  );
}

export function satisfiesFunctional(attributes: readonly string[], rows: Rows, one: FunctionalDependency): boolean {
  return rows.every((row) =>
    rows.every(
      (other) => !agree(attributes, row, other, one.determinant) || agree(attributes, row, other, one.dependents),
    ),
  );
}

export function satisfiesMultivalued(attributes: readonly string[], rows: Rows, one: MultivaluedDependency): boolean {
  const present = new Set(rows.map(textOf));
  const fixed = [...one.determinant, ...one.dependents];
  return rows.every((row) =>
    rows.every((other) => {
      if (!agree(attributes, row, other, one.determinant)) return true;
      const mixed = attributes.map((name, column) => (fixed.includes(name) ? row : other)[column] ?? '');
      return present.has(textOf(mixed));
    }),
  );
}

function agree(
  attributes: readonly string[],
  row: readonly Value[],
  other: readonly Value[],
  names: readonly string[],
) {
  return names.every((name) => row[attributes.indexOf(name)] === other[attributes.indexOf(name)]);
}

export const textOf = (row: readonly Value[]): string => row.join('|');

/** The natural join of the projections onto the parts, each row once, as texts in some order. */
export function joinOfProjections(
  attributes: readonly string[],
  rows: Rows,
  parts: readonly (readonly string[])[],
): ReadonlySet<string> {
  let joined: readonly ReadonlyMap<string, Value>[] = [new Map()];
  for (const part of parts) {
    const projected = new Map(
      rows
        .map((row) => part.map((name) => [name, row[attributes.indexOf(name)] ?? ''] as const))
        .map((cells) => [JSON.stringify(cells), cells]),
    );
    joined = joined.flatMap((left) =>
      [...projected.values()]
        .filter((cells) => cells.every(([name, value]) => !left.has(name) || left.get(name) === value))
        .map((cells) => new Map([...left, ...cells])),
    );
  }
  return new Set(joined.map((cells) => textOf(attributes.map((name) => cells.get(name) ?? ''))));
}

/** Random rows made to satisfy the scheme's dependencies by equating values and adding rows; null where that takes many. */
export function repaired(scheme: RelationScheme, rows: readonly (readonly number[])[]): Rows | null {
  const chased = chase(scheme, rows, { limit: 150 });
  if (chased.end === 'too many rows') return null;
  return [...new Map(chased.final.map((row) => [textOf(row), row])).values()];
}

/** Rows for a scheme of at most eight attributes: few values, so that many agree. */
export const randomRows = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }), {
  minLength: 1,
  maxLength: 8,
});

export function cutRows(scheme: RelationScheme, rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return rows.map((row) => row.slice(0, scheme.attributes.length));
}

/** Functional and multivalued dependencies together. */
export function arbitraryMixed(least: number, most: number): fc.Arbitrary<RelationScheme> {
  return arbitraryScheme(least, most).chain((scheme) => {
    const some = (minLength: number, maxLength: number): fc.Arbitrary<string[]> =>
      fc.uniqueArray(fc.constantFrom(...scheme.attributes), { minLength, maxLength });
    const multivalued = fc.record({ determinant: some(0, 2), dependents: some(1, 3) });
    return fc.record({
      attributes: fc.constant(scheme.attributes),
      functional: fc.integer({ min: 0, max: 3 }).map((count) => scheme.functional.slice(0, count)),
      multivalued: fc.array(multivalued, { minLength: 1, maxLength: 3 }),
    });
  });
}

/** Parts that have all attributes together, any of them in several. */
export function arbitraryParts({ attributes }: RelationScheme): fc.Arbitrary<readonly (readonly string[])[]> {
  const places = attributes.map(() => fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }));
  return fc
    .tuple(...places)
    .map((chosen) =>
      [0, 1, 2, 3]
        .map((part) => attributes.filter((_, column) => chosen[column]?.includes(part)))
        .filter((part) => part.length > 0),
    );
}
