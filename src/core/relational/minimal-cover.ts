import { bitsOf, closureOf, type ClosureStep, type DependencyBits } from './attribute-closure.ts';
import { isSubset, union, Universe, without } from './attribute-set.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';
import { derivationOf } from './implication.ts';

/** One thing done to a set of dependencies, which leaves what it says the same. */
export type CoverStep =
  | {
      /** One dependency for each attribute on the right. */
      readonly kind: 'split';
      readonly dependency: FunctionalDependency;
      readonly into: readonly FunctionalDependency[];
    }
  | {
      /** What stands on the left says nothing on the right. */
      readonly kind: 'trivial' | 'repeated';
      readonly dependency: FunctionalDependency;
    }
  | {
      /** The left side determines the right one without `extraneous`. */
      readonly kind: 'reduce';
      readonly dependency: FunctionalDependency;
      readonly extraneous: string;
      readonly to: FunctionalDependency;
      /** How `to` follows from the dependencies as they stood. */
      readonly because: readonly ClosureStep[];
    }
  | {
      /** The others imply it. */
      readonly kind: 'redundant';
      readonly dependency: FunctionalDependency;
      readonly because: readonly ClosureStep[];
    };

export interface MinimalCover {
  /** One attribute on the right of each. */
  readonly cover: readonly FunctionalDependency[];
  /** The same with one dependency for each determinant: the canonical cover. */
  readonly merged: readonly FunctionalDependency[];
  readonly steps: readonly CoverStep[];
}

/**
 * A minimal cover: right sides are split, attributes that a left side can spare are dropped, and so are dependencies that
 * the others imply (Maier, Minimum covers in the relational database model, JACM 27, 1980; Elmasri & Navathe, algorithm
 * 15.2). Other orders of dropping give other covers, as right as this one; this one goes by the order of the dependencies,
 * and of the attributes in the scheme. Multivalued dependencies take no part.
 *
 * O(n · closure), where n counts the attributes of the dependencies.
 */
export function minimalCover({ attributes, functional }: Omit<RelationScheme, 'multivalued'>): MinimalCover {
  const steps: CoverStep[] = [];
  const universe = new Universe(attributes);
  const cover = coverOf(universe, functional, (step) => steps.push(step));
  return { cover, merged: mergeByDeterminant(universe, cover), steps };
}

type Note = ((step: CoverStep) => void) | null;

/** A minimal cover, one attribute on the right of each. Without somebody to note the steps their reasons are not sought. */
export function coverOf(
  universe: Universe,
  functional: readonly FunctionalDependency[],
  note: Note = null,
): readonly FunctionalDependency[] {
  const reduced = reduceLeft(universe, splitRight(universe, functional, note), note);
  return dropRedundant(universe, dropRepeated(universe, reduced, note), note);
}

/** One dependency for each determinant, in the order in which the determinants come first. */
export function mergeByDeterminant(
  universe: Universe,
  functional: readonly FunctionalDependency[],
): readonly FunctionalDependency[] {
  const merged = new Map<string, DependencyBits>();
  for (const dependency of functional) {
    const { determinant, dependents } = bitsOf(universe, dependency);
    const words = determinant.join(' ');
    merged.set(words, { determinant, dependents: union(merged.get(words)?.dependents ?? universe.none(), dependents) });
  }
  return [...merged.values()].map(({ determinant, dependents }) => ({
    determinant: universe.namesOf(determinant),
    dependents: universe.namesOf(dependents),
  }));
}

function splitRight(
  universe: Universe,
  functional: readonly FunctionalDependency[],
  note: Note,
): readonly FunctionalDependency[] {
  const split = functional.flatMap((dependency) => {
    const determinant = universe.namesOf(universe.setOf(dependency.determinant));
    const dependents = universe.namesOf(universe.setOf(dependency.dependents));
    const into = dependents.map((name) => ({ determinant, dependents: [name] }));
    if (into.length > 1) note?.({ kind: 'split', dependency, into });
    return into;
  });
  const rest = split.filter((dependency) => {
    const isTrivial = dependency.dependents.every((name) => dependency.determinant.includes(name));
    if (isTrivial) note?.({ kind: 'trivial', dependency });
    return !isTrivial;
  });
  return dropRepeated(universe, rest, note);
}

function dropRepeated(
  universe: Universe,
  functional: readonly FunctionalDependency[],
  note: Note,
): readonly FunctionalDependency[] {
  const seen = new Set<string>();
  return functional.filter((dependency) => {
    const { determinant, dependents } = bitsOf(universe, dependency);
    const words = `${determinant.join(' ')} → ${dependents.join(' ')}`;
    if (seen.has(words)) note?.({ kind: 'repeated', dependency });
    const isNew = !seen.has(words);
    seen.add(words);
    return isNew;
  });
}

function reduceLeft(
  universe: Universe,
  functional: readonly FunctionalDependency[],
  note: Note,
): readonly FunctionalDependency[] {
  const current = [...functional];
  const bits = current.map((dependency) => bitsOf(universe, dependency));
  for (const [place, given] of functional.entries()) {
    let dependency = given;
    for (const extraneous of given.determinant) {
      const { determinant, dependents } = bits[place] ?? bitsOf(universe, dependency);
      const less = without(determinant, universe.placeOf(extraneous));
      if (!isSubset(dependents, closureOf(less, bits))) continue;
      const to = { determinant: universe.namesOf(less), dependents: dependency.dependents };
      note?.({ kind: 'reduce', dependency, extraneous, to, because: derivationOf(current, to) ?? [] });
      dependency = to;
      current[place] = to;
      bits[place] = { determinant: less, dependents };
    }
  }
  return current;
}

function dropRedundant(
  universe: Universe,
  functional: readonly FunctionalDependency[],
  note: Note,
): readonly FunctionalDependency[] {
  let kept = functional.map((dependency) => ({ dependency, bits: bitsOf(universe, dependency) }));
  for (const one of kept) {
    const others = kept.filter((other) => other !== one);
    const closure = closureOf(
      one.bits.determinant,
      others.map(({ bits }) => bits),
    );
    if (!isSubset(one.bits.dependents, closure)) continue;
    kept = others;
    const because =
      derivationOf(
        others.map(({ dependency }) => dependency),
        one.dependency,
      ) ?? [];
    note?.({ kind: 'redundant', dependency: one.dependency, because });
  }
  return kept.map(({ dependency }) => dependency);
}
