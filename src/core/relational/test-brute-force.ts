import * as fc from 'fast-check';
import type { FunctionalDependency, NormalForm, RelationScheme } from './dependency.ts';

/**
 * The theory by its definitions alone, for few attributes: attribute i is bit i, and whatever is asked is answered by
 * looking at all subsets. Shares nothing with what it judges.
 *
 * Two rows agree in some set of attributes. X → Y says of that set S: if X ⊆ S then Y ⊆ S; X ↠ Y | Z says: if X ⊆ S then
 * Y ⊆ S or Z ⊆ S. For functional and multivalued dependencies together, what is implied is what holds of each S of which
 * all that is stated holds (Sagiv, Delobel, Parker & Fagin, JACM 28(3), 1981).
 */
export class BruteForce {
  readonly attributes: readonly string[];
  readonly all: number;
  /** The closure of each set. */
  readonly closures: readonly number[];
  readonly #models: readonly number[];

  constructor({ attributes, functional, multivalued }: RelationScheme) {
    this.attributes = attributes;
    this.all = (1 << attributes.length) - 1;
    const bitsOf = (each: FunctionalDependency) => [this.bits(each.determinant), this.bits(each.dependents)] as const;
    const rules = functional.map(bitsOf);
    const choices = multivalued.map(bitsOf);
    this.#models = this.subsets().filter(
      (set) =>
        rules.every(([left, right]) => !within(left, set) || within(right, set)) &&
        choices.every(([left, right]) => isChoiceMade(set, left, right, this.all)),
    );
    this.closures = this.subsets().map((set) =>
      this.#models.filter((one) => within(set, one)).reduce((meet, one) => meet & one, this.all),
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

  isSuperkey(set: number): boolean {
    return this.closure(set) === this.all;
  }

  impliesMultivalued(left: number, right: number): boolean {
    return this.#models.every((set) => isChoiceMade(set, left, right, this.all));
  }

  /** What determines a nonprime attribute from within a key, and those attributes. */
  partials(): readonly (readonly [part: number, nonprime: number])[] {
    const keys = this.keys();
    return this.subsets()
      .filter((set) => keys.some((key) => key !== set && within(set, key)))
      .map((set) => [set, this.closure(set) & ~set & ~this.prime()] as const)
      .filter(([, nonprime]) => nonprime !== 0);
  }

  form(isFourthJudged: boolean): NormalForm {
    const weak = this.subsets().filter((set) => !this.isSuperkey(set));
    if (this.partials().length > 0) return '1NF';
    if (weak.some((set) => !within(this.closure(set) & ~set, this.prime()))) return '2NF';
    if (weak.some((set) => this.closure(set) !== set)) return '3NF';
    if (!isFourthJudged) return 'BCNF';
    const isDivided = (set: number): boolean =>
      this.subsets().some((right) => {
        const isTrivial = within(right, set) || (right | set) === this.all;
        return !isTrivial && this.impliesMultivalued(set, right);
      });
    return weak.some(isDivided) ? 'BCNF' : '4NF';
  }

  prime(): number {
    return this.keys().reduce((all, key) => all | key, 0);
  }
}

function isChoiceMade(set: number, left: number, right: number, all: number): boolean {
  return !within(left, set) || within(right, set) || within(all & ~(left | right), set);
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

/**
 * Schemes of some attributes `a`, `b`, …: determinants small and now and then empty, trivial and repeated dependencies
 * too.
 */
export function arbitraryScheme(least: number, most: number, mostMultivalued = 0): fc.Arbitrary<RelationScheme> {
  return fc.integer({ min: least, max: most }).chain((count) => {
    const attributes = Array.from({ length: count }, (_, place) => String.fromCharCode(97 + place));
    const some = (minLength: number, maxLength: number): fc.Arbitrary<string[]> =>
      fc.uniqueArray(fc.constantFrom(...attributes), { minLength, maxLength });
    const functional = fc.record({ determinant: some(0, 3), dependents: some(1, 3) });
    return fc.record({
      attributes: fc.constant(attributes),
      functional: fc.array(functional, { maxLength: count + 3 }),
      multivalued: fc.array(functional, { maxLength: mostMultivalued }),
    });
  });
}
