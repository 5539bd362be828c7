import { Universe } from './attribute-set.ts';
import { chase, symbolText, type Chase, type TableauRow } from './chase.ts';
import { dependencyBasis } from './dependency-basis.ts';
import type { RelationScheme } from './dependency.ts';

/**
 * Whether the natural join of the parts is always the relation again: chase a tableau of one row for each part, with the
 * distinguished symbol where the part has the attribute (Aho, Beeri & Ullman 1979, theorem 4; Ullman & Widom, A First
 * Course in Database Systems, 3.4.2). The parts together must have all attributes. Where the chase finds no row of
 * distinguished symbols only, its last rows are a relation that satisfies the dependencies and that the split does not
 * give back.
 */
export interface LosslessJoin extends Chase {
  readonly parts: readonly (readonly string[])[];
  /** `undecided`: the chase had come to too many rows; only multivalued dependencies and three or more parts can do that. */
  readonly verdict: 'lossless' | 'lossy' | 'undecided';
  /** Attributes in no part: the split loses their values, whatever the rest of it does. */
  readonly missing: readonly string[];
  /** For a lossy split of all attributes, null for any other. */
  readonly counterexample: LossyExample | null;
}

/** Rows that satisfy all dependencies of the scheme, and a row that they lack and the join of their projections has. */
export interface LossyExample {
  readonly rows: readonly (readonly string[])[];
  readonly spurious: readonly string[];
}

export function losslessJoin(
  scheme: RelationScheme,
  parts: readonly (readonly string[])[],
  limit?: number,
): LosslessJoin {
  const universe = new Universe(scheme.attributes);
  for (const part of parts) universe.setOf(part);
  const missing = scheme.attributes.filter((name) => !parts.some((part) => part.includes(name)));
  const initial = parts.map((part, place) => scheme.attributes.map((name) => (part.includes(name) ? 0 : place + 1)));
  const chased = chase(scheme, initial, {
    isFound: (rows) => rows.some(isDistinguished),
    ...(limit === undefined ? {} : { limit }),
  });
  const judged = (verdict: LosslessJoin['verdict'], counterexample: LossyExample | null): LosslessJoin => ({
    ...chased,
    parts,
    verdict,
    missing,
    counterexample,
  });
  if (missing.length > 0) return judged('lossy', null);
  switch (chased.end) {
    case 'found':
      return judged('lossless', null);
    case 'satisfied':
      return judged('lossy', exampleOf(scheme, chased.final));
    case 'too many rows':
      return cutShort(scheme, parts, judged);
  }
}

const isDistinguished = (row: TableauRow): boolean => row.every((symbol) => symbol === 0);

/**
 * Without a chase: two parts may be joined where no block of the basis of what they share lies in both, since then each
 * goes with every other. Of two parts that is the whole truth; of more it is not, but what came of splitting one at a time
 * goes together again.
 */
function cutShort(
  scheme: RelationScheme,
  parts: readonly (readonly string[])[],
  judged: (verdict: LosslessJoin['verdict'], counterexample: LossyExample | null) => LosslessJoin,
): LosslessJoin {
  const [one, other, third] = parts;
  if (one === undefined || other === undefined) return judged('undecided', null);
  if (third !== undefined) return judged(isJoinedInPairs(scheme, parts) ? 'lossless' : 'undecided', null);
  const block = blockInBoth(scheme, one, other);
  if (block === null) return judged('lossless', null);
  const rowOf = (part: readonly string[], place: number) =>
    scheme.attributes.map((name) => (block.includes(name) && !part.includes(name) ? place : 0));
  return judged('lossy', exampleOf(scheme, [rowOf(one, 1), rowOf(other, 2)]));
}

function isJoinedInPairs(scheme: RelationScheme, parts: readonly (readonly string[])[]): boolean {
  for (const [place, one] of parts.entries()) {
    for (const [at, other] of parts.slice(0, place).entries()) {
      if (blockInBoth(scheme, one, other) !== null) continue;
      const rest = parts.filter((_, index) => index !== place && index !== at);
      return isJoinedInPairs(scheme, [...rest, [...new Set([...one, ...other])]]);
    }
  }
  return parts.length === 1;
}

/** Of the basis of what two parts share, a block with attributes that only one has and attributes that only the other has. */
function blockInBoth(
  scheme: RelationScheme,
  one: readonly string[],
  other: readonly string[],
): readonly string[] | null {
  const { blocks } = dependencyBasis(
    scheme,
    one.filter((name) => other.includes(name)),
  );
  return blocks.find((block) => [one, other].every((part) => block.some((name) => part.includes(name)))) ?? null;
}

function exampleOf({ attributes }: RelationScheme, rows: readonly TableauRow[]): LossyExample {
  const written = new Map(rows.map((row) => [row.join(' '), row.map(symbolText)]));
  return { rows: [...written.values()], spurious: attributes.map((_, column) => symbolText(0, column)) };
}
