import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtLeast, type RelationScheme } from './dependency.ts';
import { normalFormOf, type NormalFormViolation } from './normal-form.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf, within } from './test-brute-force.ts';
import { pairs, scheme } from './test-notation.ts';

const told = ({ kind, dependency, isStated, key }: NormalFormViolation): string => {
  const arrow = kind === 'multivalued' ? '>>' : '>';
  const words = `${kind} ${dependency.determinant.join('')}${arrow}${dependency.dependents.join('')}`;
  return [words, ...(key === null ? [] : [`of ${key.join('')}`]), ...(isStated ? [] : ['implied'])].join(' ');
};

const judge = (...words: Parameters<typeof scheme>): readonly string[] => {
  const { form, violations } = normalFormOf(scheme(...words));
  return [form, ...violations.map(told)];
};

describe('the normal form', () => {
  it.each([
    ['a partial dependency', 'ABC', 'A>C', '', ['1NF', 'partial A>C of AB']],
    ['a transitive one', 'ABC', 'A>B B>C', '', ['2NF', 'transitive B>C']],
    ['a prime attribute on the right', 'ABC', 'AB>C C>B', '', ['3NF', 'bcnf C>B']],
    ['both within one dependency', 'ABCD', 'AB>CD CA>B B>CD', '', ['1NF', 'partial B>D of AB', 'bcnf B>C']],
    ['all forms at once', 'ABCDE', 'A>C D>E', '', ['1NF', 'partial A>C of ABD', 'partial D>E of ABD']],
    ['a left side with something to spare', 'ABCD', 'AC>D A>C', '', ['1NF', 'partial A>CD of AB implied']],
    ['a constant', 'AB', '>B', '', ['1NF', 'partial >B of A']],
    ['one constant alone', 'A', '>A', '', ['BCNF']],
    ['no dependencies', 'ABC', '', '', ['BCNF']],
    ['keys only', 'ABC', 'A>BC B>A', '', ['BCNF']],
    ['trivial ones', 'ABC', 'AB>A AB>B', '', ['BCNF']],
    ['nothing multivalued besides keys', 'ABC', 'A>BC', 'A>B', ['4NF']],
    ['a multivalued one', 'ABC', '', 'A>B', ['BCNF', 'multivalued A>>B']],
    ['a multivalued one and its complement', 'ABC', '', 'A>B A>C', ['BCNF', 'multivalued A>>B']],
    ['a trivial multivalued one', 'AB', '', 'A>B', ['4NF']],
    ['a functional one that a multivalued one adds', 'ABC', 'C>AB', 'B>A', ['2NF', 'transitive B>A implied']],
  ])('is judged with %s', (_, attributes, functional, multivalued, expected) => {
    expect(judge(attributes, functional, multivalued)).toEqual(expected);
  });

  it('finds a partial dependency that runs over prime attributes and is stated nowhere', () => {
    // Keys AEF, DG and AG: A → D is of a prime attribute, and D and E are in no key together.
    expect(judge('ADEFGC', 'A>D DE>C DG>AEF AEF>G')).toEqual([
      '1NF',
      'partial AE>C of AEF implied',
      'transitive DE>C',
      'bcnf A>D',
    ]);
  });

  it('is that of the definition, for all 2,480 closure systems on 4 attributes', () => {
    const systems = closureSystems(4);
    expect(systems).toHaveLength(2480);
    for (const closed of systems)
      expectRight({ ...scheme('ABCD', ''), functional: dependenciesOf(['A', 'B', 'C', 'D'], closed) });
  });

  it('is that of the definition, for random dependencies', () => {
    fc.assert(fc.property(arbitraryScheme(5, 8), expectRight), { numRuns: 150 });
  });

  it('is that of the definition with multivalued dependencies', () => {
    fc.assert(fc.property(arbitraryScheme(3, 6, 3), expectRight), { numRuns: 150 });
  });

  it('is never too high where the keys are cut off, and right where it is certain', () => {
    fc.assert(
      fc.property(arbitraryScheme(4, 8), (given) => {
        const { form, isCertain } = normalFormOf(given, 1);
        const truth = new BruteForce(given).form(false);
        expect(isAtLeast(truth, form)).toBe(true);
        expect(!isCertain || form === truth).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('of pairs is told past the limit of keys', () => {
    const { form, isCertain, isComplete, keys, violations } = normalFormOf(pairs(30));
    expect([form, isCertain, isComplete, keys.length, violations.length]).toEqual(['3NF', true, false, 1000, 60]);
  });
});

function expectRight(given: RelationScheme): void {
  const truth = new BruteForce(given);
  const { form, isCertain, violations } = normalFormOf(given);
  expect([form, isCertain]).toEqual([truth.form(given.multivalued.length > 0), true]);
  const functional = violations.filter(({ kind }) => kind !== 'multivalued');
  for (const violation of violations) expectTrue(violation, truth);
  // Whatever a set that is no superkey determines, it determines by what is told.
  const reported = new BruteForce({
    attributes: given.attributes,
    functional: functional.map(({ dependency }) => dependency),
    multivalued: [],
  });
  for (const set of truth.subsets()) {
    expect(truth.isSuperkey(set) || within(truth.closure(set), reported.closure(set))).toBe(true);
  }
  const explained = functional
    .filter(({ kind }) => kind === 'partial')
    .reduce((all, { closure }) => all | truth.bits(closure), 0);
  for (const [, nonprime] of truth.partials()) expect(within(nonprime, explained)).toBe(true);
}

function expectTrue({ kind, dependency, key, closure, breaks }: NormalFormViolation, truth: BruteForce): void {
  const [left, right] = [truth.bits(dependency.determinant), truth.bits(dependency.dependents)];
  expect(truth.isSuperkey(left)).toBe(false);
  expect(truth.bits(closure)).toBe(truth.closure(left));
  expect(breaks).toBe({ partial: '2NF', transitive: '3NF', bcnf: 'BCNF', multivalued: '4NF' }[kind]);
  if (kind === 'multivalued') {
    expect(truth.impliesMultivalued(left, right)).toBe(true);
    expect((left | right) === truth.all).toBe(false);
    return;
  }
  expect(right !== 0 && (left & right) === 0 && within(right, truth.closure(left))).toBe(true);
  const smaller = truth.subsets().filter((set) => set !== left && within(set, left));
  expect(smaller.some((set) => (truth.closure(set) & right) !== 0)).toBe(false);
  expect(right & truth.prime()).toBe(kind === 'bcnf' ? right : 0);
  const isPart = truth.keys().some((each) => each !== left && within(left, each));
  expect(kind === 'bcnf' || kind === (isPart ? 'partial' : 'transitive')).toBe(true);
  if (key !== null) {
    expect(truth.keys()).toContain(truth.bits(key));
    expect(within(left, truth.bits(key))).toBe(true);
  }
}
