import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationScheme } from './dependency.ts';
import { implies } from './implication.ts';
import { project } from './projection.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf } from './test-brute-force.ts';
import { scheme, written } from './test-notation.ts';

const projected = (given: RelationScheme, onto: readonly string[]): string | null => {
  const result = project(given, onto);
  return result.ok ? written(result.value) : null;
};

/** n pairs that each make one attribute, all of which together make the last. */
function explosion(count: number): RelationScheme {
  const numbers = Array.from({ length: count }, (_, place) => place);
  return {
    attributes: [...numbers.flatMap((each) => [`a${each}`, `b${each}`, `c${each}`]), 'd'],
    functional: [
      ...numbers.flatMap((each) => [
        { determinant: [`a${each}`], dependents: [`c${each}`] },
        { determinant: [`b${each}`], dependents: [`c${each}`] },
      ]),
      { determinant: numbers.map((each) => `c${each}`), dependents: ['d'] },
    ],
    multivalued: [],
  };
}

describe('dependencies projected onto a part', () => {
  it.each([
    // Ullman & Widom, A First Course in Database Systems, example 3.13 and exercise 3.2.10.
    ['ABCD', 'A>B B>C C>D', 'ACD', 'A>C C>D'],
    ['ABCDE', 'AB>DE C>E D>C E>A', 'ABC', 'AB>C C>A'],
    ['ABCDE', 'A>D BD>E AC>E DE>B', 'ABC', 'AC>B'],
    ['ABC', '>B B>C', 'AC', '>C'],
    ['ABC', 'A>B B>C', '', ''],
    ['ABC', 'A>B B>C', 'ABC', 'A>B B>C'],
  ])('of %s with %s onto %s are %s', (attributes, functional, onto, expected) => {
    const found = projected(scheme(attributes, functional), onto.split(''))?.split(' ') ?? [];
    expect(new Set(found)).toEqual(new Set(expected.split(' ')));
  });

  it('take in what multivalued dependencies add', () => {
    expect(projected(scheme('ABC', 'C>B', 'A>B'), ['A', 'B'])).toBe('A>B');
  });

  it('are those of the definition, for all closure systems on 4 attributes and all parts', () => {
    const systems = closureSystems(4);
    expect(systems).toHaveLength(2480);
    const parts = ['ABC', 'BCD', 'AD', 'C'];
    for (const [place, closed] of systems.entries()) {
      const functional = dependenciesOf(['A', 'B', 'C', 'D'], closed);
      expectRight({ ...scheme('ABCD', ''), functional }, (parts[place % 4] ?? '').split(''));
    }
  });

  it('are those of the definition, for random dependencies of both kinds', () => {
    const part = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(fc.property(arbitraryScheme(5, 8), part, expectRight), { numRuns: 150 });
    fc.assert(fc.property(arbitraryScheme(5, 6, 2), part, expectRight), { numRuns: 100 });
  });

  it('may be exponentially many, and then are given up', () => {
    const { attributes } = explosion(5);
    const onto = attributes.filter((name) => !name.startsWith('c'));
    expect(projected(explosion(5), onto)?.split(' ')).toHaveLength(32);
    const wide = explosion(19);
    expect(
      project(
        wide,
        wide.attributes.filter((name) => !name.startsWith('c')),
      ),
    ).toEqual({
      ok: false,
      error: { kind: 'too-large', most: 1000 },
    });
  });
});

function expectRight(given: RelationScheme, onto: readonly string[]): void {
  const truth = new BruteForce(given);
  const result = project(given, onto);
  const cover = result.ok ? result.value : [];
  expect(result.ok).toBe(true);
  const found = new BruteForce({ ...given, functional: cover, multivalued: [] });
  const part = truth.bits(onto);
  for (const set of truth.subsets().filter((each) => (each & ~part) === 0)) {
    expect(found.closure(set)).toBe(truth.closure(set) & part);
  }
  for (const one of cover)
    expect(
      implies(
        cover.filter((other) => other !== one),
        one,
      ),
    ).toBe(false);
}
