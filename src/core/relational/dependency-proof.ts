import { attributeClosure } from './attribute-closure.ts';
import {
  difference,
  intersection,
  isEmpty,
  isSame,
  isSubset,
  union,
  Universe,
  type AttributeSet,
} from './attribute-set.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';
import { derivationOf } from './implication.ts';

/**
 * A derivation of one functional dependency from others by Armstrong's axioms (Armstrong, Dependency Structures of Data
 * Base Relationships, IFIP 1974; Ullman & Widom 3.2): reflexivity, augmentation and transitivity derive all that is
 * implied, and nothing else. Short, not shortest; no line is idle, since no step of the derivation can be spared. Multivalued dependencies have rules of their own and are left out.
 */
export type ProofRule = 'given' | 'reflexivity' | 'augmentation' | 'transitivity' | 'union' | 'decomposition';

export interface ProofLine {
  readonly dependency: FunctionalDependency;
  readonly rule: ProofRule;
  /** Lines it rests on, counted from 1. */
  readonly from: readonly number[];
  /** What augmentation adds to both sides; empty for the other rules. */
  readonly added: readonly string[];
}

/** `axioms`: the three of Armstrong alone. `shorter`: union and decomposition, which follow from them, may be used too. */
export type ProofMode = 'axioms' | 'shorter';

export interface DependencyProof {
  readonly mode: ProofMode;
  /** The last is what was to be derived; every other is used by a later one. */
  readonly lines: readonly ProofLine[];
}

/** Null where the dependency is not implied: `twoRowCounterexample` then shows why. */
export function dependencyProof(
  scheme: Omit<RelationScheme, 'multivalued'>,
  wanted: FunctionalDependency,
  mode: ProofMode = 'axioms',
): DependencyProof | null {
  const universe = new Universe(scheme.attributes);
  const from = universe.setOf(wanted.determinant);
  const to = universe.setOf(wanted.dependents);
  // The closure uses dependencies in the order they are stated in; one that says it all by itself comes before that.
  const alone = scheme.functional.find((one) => derivationOf([one], wanted)?.length === 1);
  const steps = derivationOf(alone === undefined ? scheme.functional : [alone], wanted);
  if (steps === null) return null;
  const used = steps.map(({ dependency }) => dependency);
  const drafts = mode === 'axioms' ? [chain(universe, mode)] : [chain(universe, mode), fan(universe)];
  const proofs = drafts.map((draft) => draft(from, to, used));
  return { mode, lines: proofs.reduce((best, lines) => (lines.length < best.length ? lines : best)) };
}

/** Two rows that satisfy all given dependencies and break this one, with the closure they agree on; null where implied. */
export interface TwoRowCounterexample {
  readonly closure: readonly string[];
  readonly rows: readonly [readonly string[], readonly string[]];
}

export function twoRowCounterexample(
  scheme: Omit<RelationScheme, 'multivalued'>,
  { determinant, dependents }: FunctionalDependency,
): TwoRowCounterexample | null {
  const closure = attributeClosure(scheme, determinant).attributes;
  if (dependents.every((name) => closure.includes(name))) return null;
  const one = scheme.attributes.map(() => '1');
  return { closure, rows: [one, scheme.attributes.map((name) => (closure.includes(name) ? '1' : '0'))] };
}

type Draft = (from: AttributeSet, to: AttributeSet, used: readonly FunctionalDependency[]) => readonly ProofLine[];

/** Writes lines, each dependency once. */
class Lines {
  readonly #universe: Universe;
  readonly lines: ProofLine[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(universe: Universe) {
    this.#universe = universe;
  }

  add(
    rule: ProofRule,
    left: AttributeSet,
    right: AttributeSet,
    from: readonly number[] = [],
    added: AttributeSet = this.#universe.none(),
  ): number {
    const words = `${left.join(' ')} → ${right.join(' ')}`;
    const known = this.#numbers.get(words);
    if (known !== undefined) return known;
    const dependency = { determinant: this.#universe.namesOf(left), dependents: this.#universe.namesOf(right) };
    this.lines.push({ dependency, rule, from, added: this.#universe.namesOf(added) });
    this.#numbers.set(words, this.lines.length);
    return this.lines.length;
  }
}

/**
 * From X along the dependencies: each, augmented by what is kept, leads from all that is known to more, and transitivity
 * joins it to X. Only what cannot be spared is kept.
 */
function chain(universe: Universe, mode: ProofMode): Draft {
  return (from, to, used) => {
    const proof = new Lines(universe);
    const sides = used.map((one) => ({ left: universe.setOf(one.determinant), right: universe.setOf(one.dependents) }));
    // What the later dependencies and the end still need after each.
    const needed = sides.map((_, place) =>
      sides.slice(place + 1).reduceRight((later, { left, right }) => union(difference(later, right), left), to),
    );
    let known = from;
    let number: number | null = null;
    for (const [place, { left, right }] of sides.entries()) {
      const kept = union(difference(known, left), intersection(needed[place] ?? to, intersection(known, left)));
      let step = proof.add('given', left, right);
      const [augmented, reached] = [union(left, kept), union(right, kept)];
      if (!isSame(augmented, left) || !isSame(reached, right)) {
        step = proof.add('augmentation', augmented, reached, [step], kept);
      }
      number = number === null ? step : proof.add('transitivity', from, reached, [number, step]);
      known = reached;
    }
    if (number === null) number = proof.add('reflexivity', from, to);
    else if (!isSame(known, to)) {
      if (mode === 'shorter') number = proof.add('decomposition', from, to, [number]);
      else number = proof.add('transitivity', from, to, [number, proof.add('reflexivity', known, to)]);
    }
    return proof.lines.slice(0, number);
  };
}

/** From X to each determinant on its own: by union of what was reached, cut by decomposition. */
function fan(universe: Universe): Draft {
  return (from, to, used) => {
    const proof = new Lines(universe);
    const reached: { readonly right: AttributeSet; readonly number: number }[] = [];
    const lineTo = (wanted: AttributeSet): number => {
      const exact = reached.find(({ right }) => isSame(right, wanted));
      if (exact !== undefined) return exact.number;
      const whole = reached.find(({ right }) => isSubset(wanted, right));
      if (whole !== undefined) return proof.add('decomposition', from, wanted, [whole.number]);
      if (isSubset(wanted, from)) return proof.add('reflexivity', from, wanted);
      let sum: { readonly right: AttributeSet; readonly number: number } | null = null;
      for (const one of reached.toReversed()) {
        const lacking = difference(wanted, sum?.right ?? universe.none());
        if (isEmpty(intersection(lacking, one.right))) continue;
        sum = sum === null ? one : unite(sum, one);
      }
      const own = difference(wanted, sum?.right ?? universe.none());
      if (!isEmpty(own)) {
        const line = { right: own, number: proof.add('reflexivity', from, own) };
        sum = sum === null ? line : unite(sum, line);
      }
      if (sum === null || isSame(sum.right, wanted)) return sum?.number ?? proof.add('reflexivity', from, wanted);
      return proof.add('decomposition', from, wanted, [sum.number]);
    };
    const unite = (
      one: { readonly right: AttributeSet; readonly number: number },
      other: { readonly right: AttributeSet; readonly number: number },
    ) => {
      const right = union(one.right, other.right);
      return { right, number: proof.add('union', from, right, [one.number, other.number]) };
    };
    for (const one of used) {
      const [left, right] = [universe.setOf(one.determinant), universe.setOf(one.dependents)];
      const given = proof.add('given', left, right);
      const number = isSame(left, from) ? given : proof.add('transitivity', from, right, [lineTo(left), given]);
      reached.push({ right, number });
    }
    return proof.lines.slice(0, lineTo(to));
  };
}
