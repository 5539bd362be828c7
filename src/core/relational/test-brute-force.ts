import * as fc from 'fast-check';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';

/**
 * The theory by its definitions alone, for few attributes: attribute i is bit i, and whatever is asked is answered by
 * looking at all subsets. Shares nothing with what it judges.
 */
export class BruteForce {
  readonly attributes: readonly string[];
  readonly all: number;
  /** The closure of each set. */
  readonly closures: readonly number[];

  constructor(attributes: readonly string[], functional: readonly FunctionalDependency[]) {
    this.attributes = attributes;
    this.all = (1 << attributes.length) - 1;
    const rules = functional.map((each) => [this.bits(each.determinant), this.bits(each.dependents)] as const);
    const closed = this.subsets().filter((set) =>
      rules.every(([left, right]) => !within(left, set) || within(right, set)),
    );
    this.closures = this.subsets().map((set) =>
      closed.filter((one) => within(set, one)).reduce((meet, one) => meet & one, this.all),
    );
  }

  subsets(): readonly number[] {
    return Array.from({ length: this.all + 1 }, (_, set) => set);
  }

  bits(names: readonly string[]): number {
    return names.reduce((set, name) => set | (1 << this.attributes.indexOf(name)), 0);
  }

  names(set: number): readonly string[] {
    return this.attributes.filter((_, place) => (set & (1 << place)) !== 0);
  }

  closure(set: number): number {
    return this.closures[set] ?? this.all;
  }

  keys(): readonly number[] {
    const superkeys = this.subsets().filter((set) => this.closure(set) === this.all);
    return superkeys.filter((set) => !superkeys.some((other) => other !== set && within(other, set)));
  }

  prime(): number {
    return this.keys().reduce((all, key) => all | key, 0);
  }
}

export function within(one: number, other: number): boolean {
  return (one & ~other) === 0;
}

/**
 * All families of subsets of n attributes that hold the whole set and the intersection of each two of theirs: 1, 2, 7, 61,
 * 2,480 of them for n = 0 … 4 (Moore families, OEIS A102896). In some the empty set is not closed: dependencies with an
 * empty determinant. Each as its closed sets.
 */
export function closureSystems(count: number): readonly (readonly number[])[] {
  const all = (1 << count) - 1;
  let systems: readonly (readonly number[])[] = [[all]];
  for (let set = all - 1; set >= 0; set -= 1) {
    const withSet = systems.map((system) => [...system, set]);
    systems = [...systems, ...withSet];
  }
  return systems.filter((system) => {
    const members = new Set(system);
    return system.every((one) => system.every((other) => members.has(one & other)));
  });
}

/** Each set determines the least closed set around it. */
export function dependenciesOf(
  attributes: readonly string[],
  closed: readonly number[],
): readonly FunctionalDependency[] {
  const all = (1 << attributes.length) - 1;
  const names = (set: number): readonly string[] => attributes.filter((_, place) => (set & (1 << place)) !== 0);
  return Array.from({ length: all + 1 }, (_, set) => {
    const closure = closed.filter((one) => within(set, one)).reduce((meet, one) => meet & one, all);
    return { determinant: names(set), dependents: names(closure & ~set) };
  }).filter(({ dependents }) => dependents.length > 0);
}

/** Schemes of some attributes `a`, `b`, …: determinants mostly small and now and then empty, trivial and repeated ones too. */
export function arbitraryScheme(least: number, most: number): fc.Arbitrary<RelationScheme> {
  return fc.integer({ min: least, max: most }).chain((count) => {
    const attributes = Array.from({ length: count }, (_, place) => String.fromCharCode(97 + place));
    const some = (minLength: number, maxLength: number): fc.Arbitrary<string[]> =>
      fc.uniqueArray(fc.constantFrom(...attributes), { minLength, maxLength });
    const functional = fc.record({ determinant: some(0, 3), dependents: some(1, 3) });
    return fc.record({
      attributes: fc.constant(attributes),
      functional: fc.array(functional, { maxLength: count + 3 }),
      multivalued: fc.constant([]),
    });
  });
}
