import { err, ok, type Result } from '#core/shared/result.ts';
import { bitsOf, type DependencyBits } from './attribute-closure.ts';
import {
  add,
  difference,
  has,
  isSubset,
  placesOf,
  union,
  Universe,
  without,
  type AttributeSet,
} from './attribute-set.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';
import { coverOf, mergeByDeterminant } from './minimal-cover.ts';
import { schemeBits } from './scheme-bits.ts';

/** A projection can need exponentially many dependencies: n pairs A_i → C_i, B_i → C_i and C_1 … C_n → D without the C_i need 2ⁿ. */
export interface ProjectionTooLarge {
  readonly kind: 'too-large';
  /** With how many dependencies it was given up. */
  readonly most: number;
}

const mostDependencies = 1000;
const mostResolvents = 3000;
/** Pairs of dependencies held against each other in covers on the way: about a second. */
const mostPairs = 20_000_000;

/**
 * What is implied within some of a scheme's attributes: a minimal cover of it, one dependency for each determinant. Each
 * attribute outside is resolved away: from X → A and AY → B follows XY → B, and once all such are there, whatever names A
 * can go (reduction by resolution: Gottlob, Computing covers for embedded functional dependencies, PODS 1987). The closures
 * of all subsets, as textbooks have it, are never looked at.
 *
 * What multivalued dependencies add to the functional ones is taken in; they themselves are not projected.
 */
export function project(
  scheme: RelationScheme,
  onto: readonly string[],
): Result<readonly FunctionalDependency[], ProjectionTooLarge> {
  const { universe, functional, isWhole } = schemeBits(scheme);
  const rules = isWhole ? resolve(universe, functional, universe.setOf(onto)) : null;
  if (rules === null) return err({ kind: 'too-large', most: mostDependencies });
  return ok(mergeByDeterminant(universe, coverOf(universe, namedRules(universe, rules))));
}

/** A dependency with one attribute on the right that is not on the left. */
interface Rule {
  readonly determinant: AttributeSet;
  readonly place: number;
}

/** Null where it becomes too much. */
function resolve(
  universe: Universe,
  functional: readonly DependencyBits[],
  part: AttributeSet,
): readonly Rule[] | null {
  let rules = rulesOf(
    universe,
    coverOf(
      universe,
      functional.map((bits) => named(universe, bits)),
    ),
  );
  let pairs = 0;
  let outside = placesOf(difference(universe.all(), part));
  while (outside.length > 0) {
    const next = cheapest(rules, outside);
    if (next === undefined || productsOf(rules, next) > mostResolvents) return null;
    outside = outside.filter((place) => place !== next);
    rules = least([...rules.filter((rule) => !names(rule, next)), ...resolventsOf(rules, next)]);
    if (rules.length <= mostDependencies) continue;
    pairs += rules.length * rules.length;
    if (pairs > mostPairs) return null;
    rules = rulesOf(universe, coverOf(universe, namedRules(universe, rules)));
    if (rules.length > mostDependencies) return null;
  }
  return rules;
}

function names({ determinant, place }: Rule, away: number): boolean {
  return place === away || has(determinant, away);
}

function resolventsOf(rules: readonly Rule[], away: number): readonly Rule[] {
  const makers = rules.filter(({ place }) => place === away);
  return rules
    .filter(({ determinant }) => has(determinant, away))
    .flatMap(({ determinant, place }) =>
      makers.map((maker) => ({ determinant: union(maker.determinant, without(determinant, away)), place })),
    )
    .filter(({ determinant, place }) => !has(determinant, place));
}

function productsOf(rules: readonly Rule[], away: number): number {
  const makers = rules.filter(({ place }) => place === away).length;
  return makers * rules.filter(({ determinant }) => has(determinant, away)).length;
}

/** The attribute whose going makes the fewest dependencies; any order is right. */
function cheapest(rules: readonly Rule[], outside: readonly number[]): number | undefined {
  const costs = outside.map((place) => ({ place, cost: productsOf(rules, place) }));
  return costs.reduce((one, other) => (other.cost < one.cost ? other : one), costs[0] ?? { place: 0, cost: 0 }).place;
}

/** Without those that another with the same right side and less on the left makes needless. */
function least(rules: readonly Rule[]): readonly Rule[] {
  const kept: Rule[] = [];
  const byLength = rules.toSorted(
    (one, other) => placesOf(one.determinant).length - placesOf(other.determinant).length,
  );
  for (const rule of byLength) {
    const isNeedless = kept.some(
      ({ determinant, place }) => place === rule.place && isSubset(determinant, rule.determinant),
    );
    if (!isNeedless) kept.push(rule);
  }
  return kept;
}

function rulesOf(universe: Universe, cover: readonly FunctionalDependency[]): readonly Rule[] {
  return cover.flatMap((dependency) => {
    const { determinant, dependents } = bitsOf(universe, dependency);
    return placesOf(difference(dependents, determinant)).map((place) => ({ determinant, place }));
  });
}

function namedRules(universe: Universe, rules: readonly Rule[]): readonly FunctionalDependency[] {
  return rules.map(({ determinant, place }) => {
    const dependents = universe.none();
    add(dependents, place);
    return named(universe, { determinant, dependents });
  });
}

function named(universe: Universe, { determinant, dependents }: DependencyBits): FunctionalDependency {
  return { determinant: universe.namesOf(determinant), dependents: universe.namesOf(dependents) };
}
