import { bitsOf, type DependencyBits } from './attribute-closure.ts';
import { difference, isSame, isSubset, union, type Universe } from './attribute-set.ts';
import { keysOnBits } from './candidate-keys.ts';
import type { ClosureOperator } from './closure-operator.ts';
import type { FunctionalDependency, MultivaluedDependency, NormalForm, RelationScheme } from './dependency.ts';
import { functionalViolations, type FunctionalViolation } from './functional-violations.ts';
import { primesOf, searchBudget } from './key-search.ts';
import { multivaluedViolations } from './multivalued-violations.ts';
import { schemeBits } from './scheme-bits.ts';

/** A dependency that keeps a relation from a normal form. */
export interface NormalFormViolation {
  /**
   * What a nonprime attribute depends on: `partial` on a part of a key, `transitive` on something else that is no superkey;
   * `bcnf` is a prime attribute's dependency, `multivalued` one that is more than functional.
   */
  readonly kind: 'partial' | 'transitive' | 'bcnf' | 'multivalued';
  /** The lowest form that it rules out. */
  readonly breaks: NormalForm;
  /** Its determinant has no attribute to spare, its dependents are those to which the kind applies. */
  readonly dependency: FunctionalDependency | MultivaluedDependency;
  /** False where it only follows from what is stated. */
  readonly isStated: boolean;
  /** Of a partial one: a candidate key that the determinant is a part of. */
  readonly key: readonly string[] | null;
  /** All that the determinant determines, itself included. */
  readonly closure: readonly string[];
}

export interface NormalFormJudgement {
  /** The highest form that the relation is in for certain. */
  readonly form: NormalForm;
  /** False where the keys, or what multivalued dependencies imply, are too many to tell whether it is in a higher one. */
  readonly isCertain: boolean;
  readonly keys: readonly (readonly string[])[];
  /** False where there are more keys than the limit. */
  readonly isComplete: boolean;
  /** What breaks the lowest forms first, then in the order in which dependencies are stated. */
  readonly violations: readonly NormalFormViolation[];
}

/** The form from which a violation of each kind keeps a relation. */
export const brokenForm = { partial: '2NF', transitive: '3NF', bcnf: 'BCNF', multivalued: '4NF' } as const;
const kinds = ['partial', 'transitive', 'bcnf', 'multivalued'] as const;

/**
 * Which normal form a relation is in, and everything that keeps it from the next ones. 2NF: no nonprime attribute depends
 * on a proper part of a key; 3NF: each nontrivial X → A has a superkey X or a prime A (Codd 1971, Zaniolo 1982); BCNF: each
 * has a superkey; 4NF: so has each nontrivial X ↠ Y (Fagin, TODS 2(3), 1977). Without stated multivalued dependencies
 * nobody has judged 4NF: BCNF is then the highest.
 *
 * Keys decide only between 2NF and 3NF and what is prime. Where they are cut off at the limit, a search for single ones
 * decides; `isCertain` says whether it did.
 */
export function normalFormOf(scheme: RelationScheme, limit = 1000): NormalFormJudgement {
  const bits = schemeBits(scheme);
  const { universe, closure } = bits;
  const found = keysOnBits(bits, limit);
  const stated = scheme.functional.map((dependency) => bitsOf(universe, dependency));
  const budget = searchBudget(bits);
  const judged = functionalViolations({ ...bits, ...found, ...primesOf(bits, found, budget), budget });
  const violations = [
    ...judged.violations.map((violation) => ofFunctional(universe, violation, stated, closure)),
    ...multivaluedViolations(scheme).map((dependency) => ofMultivalued(universe, scheme, dependency, closure)),
  ].toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
  return {
    ...formOf(scheme, violations, judged.isCertain && bits.isWhole),
    keys: found.keys.map((key) => universe.namesOf(key)),
    isComplete: found.isComplete,
    violations,
  };
}

function formOf(
  { multivalued }: RelationScheme,
  [worst]: readonly NormalFormViolation[],
  isCertain: boolean,
): Pick<NormalFormJudgement, 'form' | 'isCertain'> {
  if (worst === undefined) return { form: multivalued.length > 0 ? '4NF' : 'BCNF', isCertain: true };
  if (worst.kind === 'partial') return { form: '1NF', isCertain: true };
  if (!isCertain) return { form: '1NF', isCertain };
  const form = { transitive: '2NF', bcnf: '3NF', multivalued: 'BCNF' } as const;
  return { form: form[worst.kind], isCertain };
}

function ofFunctional(
  universe: Universe,
  { kind, determinant, dependents, key }: FunctionalViolation,
  stated: readonly DependencyBits[],
  closure: ClosureOperator,
): NormalFormViolation {
  const said = stated
    .filter((each) => isSame(each.determinant, determinant))
    .reduce((all, each) => union(all, each.dependents), universe.none());
  return {
    kind,
    breaks: brokenForm[kind],
    dependency: { determinant: universe.namesOf(determinant), dependents: universe.namesOf(dependents) },
    isStated: isSubset(dependents, said),
    key: key === null ? null : universe.namesOf(key),
    closure: universe.namesOf(closure(determinant)),
  };
}

function ofMultivalued(
  universe: Universe,
  { multivalued }: RelationScheme,
  dependency: MultivaluedDependency,
  closure: ClosureOperator,
): NormalFormViolation {
  const { determinant, dependents } = bitsOf(universe, dependency);
  const reached = closure(determinant);
  const rest = difference(difference(universe.all(), reached), dependents);
  const isStated = multivalued
    .map((each) => bitsOf(universe, each))
    .filter((each) => isSame(each.determinant, determinant))
    .map((each) => difference(each.dependents, reached))
    .some((said) => isSame(said, dependents) || isSame(said, rest));
  const kind = 'multivalued';
  return { kind, breaks: brokenForm[kind], dependency, isStated, key: null, closure: universe.namesOf(reached) };
}
