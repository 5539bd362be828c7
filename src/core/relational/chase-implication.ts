import { Universe } from './attribute-set.ts';
import { chase, symbolText, type Chase } from './chase.ts';
import { dividedBlock, undeterminedBlock } from './dependency-basis.ts';
import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from './dependency.ts';

/**
 * Whether functional and multivalued dependencies imply one, shown by the chase of two rows that agree in its determinant
 * (Maier, Mendelzon & Sagiv 1979; Ullman & Widom 3.7). The chase is there to be looked at, and is cut where it comes to
 * too many rows; the verdict then is the dependency basis's, which never needs many.
 */
export interface ChasedImplication extends Chase {
  readonly isImplied: boolean;
  /** Two rows that satisfy all dependencies and break this one; null where it is implied. */
  readonly counterexample: readonly (readonly string[])[] | null;
}

export type Dependency =
  | { readonly kind: 'functional'; readonly dependency: FunctionalDependency }
  | { readonly kind: 'multivalued'; readonly dependency: MultivaluedDependency };

export function chasedImplication(scheme: RelationScheme, wanted: Dependency, limit?: number): ChasedImplication {
  const { determinant, dependents } = wanted.dependency;
  new Universe(scheme.attributes).setOf([...determinant, ...dependents]);
  const isIn = (names: readonly string[], symbol: number) =>
    scheme.attributes.map((name) => (names.includes(name) ? 0 : symbol));
  const columns = dependents.map((name) => scheme.attributes.indexOf(name));
  const rest = scheme.attributes.filter((name) => !dependents.includes(name));
  const options = limit === undefined ? {} : { limit };
  switch (wanted.kind) {
    case 'functional': {
      const chased = chase(scheme, [isIn(scheme.attributes, 1), isIn(determinant, 1)], {
        ...options,
        isFound: (rows) => columns.every((column) => rows[1]?.[column] === 0),
      });
      return judged(chased, undeterminedBlock(scheme, wanted.dependency));
    }
    case 'multivalued': {
      const chased = chase(scheme, [isIn([...determinant, ...dependents], 1), isIn([...determinant, ...rest], 2)], {
        ...options,
        isFound: (rows) => rows.some((row) => row.every((symbol) => symbol === 0)),
      });
      return judged(chased, dividedBlock(scheme, wanted.dependency));
    }
  }
}

function judged(chased: Chase, block: readonly string[] | null): ChasedImplication {
  const rowOf = (place: number) =>
    chased.attributes.map((name, column) => symbolText(block?.includes(name) ? place : 0, column));
  return { ...chased, isImplied: block === null, counterexample: block && [rowOf(0), rowOf(1)] };
}
