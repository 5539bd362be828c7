import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeClosure } from './attribute-closure.ts';
import { candidateKeys } from './candidate-keys.ts';
import type { RelationScheme } from './dependency.ts';
import { normalFormOf } from './normal-form.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf, within } from './test-brute-force.ts';
import { scheme, written } from './test-notation.ts';

describe('the closure of attributes', () => {
  it('says how each attribute came in', () => {
    const { attributes, steps } = attributeClosure(scheme('ABCDE', 'C>D AB>C D>E'), ['A', 'B']);
    expect(attributes.join('')).toBe('ABCDE');
    expect(written(steps.map(({ dependency }) => dependency))).toBe('AB>C C>D D>E');
    expect(steps.map(({ known, added }) => `${known.join('')}+${added.join('')}`)).toEqual(['AB+C', 'ABC+D', 'ABCD+E']);
  });

  it('is that of the definition, for all closure systems on 4 attributes', () => {
    // Empty determinants count: the empty set need not be closed. OEIS A102896.
    expect([0, 1, 2, 3, 4].map((count) => closureSystems(count).length)).toEqual([1, 2, 7, 61, 2480]);
    for (const closed of closureSystems(4)) {
      const given = { ...scheme('ABCD', ''), functional: dependenciesOf(['A', 'B', 'C', 'D'], closed) };
      const truth = new BruteForce(given);
      expect(truth.subsets().filter((set) => truth.closure(set) === set)).toEqual(closed.toSorted((a, b) => a - b));
      expectRight(given, truth);
    }
  });

  it('is that of the definition, idempotent and monotone, for random dependencies', () => {
    fc.assert(
      fc.property(arbitraryScheme(5, 8), fc.nat(255), fc.nat(255), (given, one, more) => {
        const truth = new BruteForce(given);
        expectRight(given, truth);
        const close = (set: number): number =>
          truth.bits(attributeClosure(given, truth.names(set & truth.all)).attributes);
        expect(close(close(one))).toBe(close(one));
        expect(within(close(one), close(one | more))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('sixty attributes', () => {
  it('are too many for nobody: a chain has one key, a wheel sixty', () => {
    const attributes = Array.from({ length: 60 }, (_, place) => `a${place}`);
    const chain = attributes.slice(1).map((name, place) => ({ determinant: [`a${place}`], dependents: [name] }));
    const wheel = [...chain, { determinant: ['a59'], dependents: ['a0'] }];
    expect(candidateKeys({ attributes, functional: chain, multivalued: [] }).keys).toEqual([['a0']]);
    expect(normalFormOf({ attributes, functional: chain, multivalued: [] }).violations).toHaveLength(58);
    expect(candidateKeys({ attributes, functional: wheel, multivalued: [] }).keys).toHaveLength(60);
    expect(normalFormOf({ attributes, functional: wheel, multivalued: [] }).form).toBe('BCNF');
  });
});

function expectRight(given: RelationScheme, truth: BruteForce): void {
  for (const set of truth.subsets()) {
    const { attributes, steps } = attributeClosure(given, truth.names(set));
    expect(truth.bits(attributes)).toBe(truth.closure(set));
    let known = set;
    for (const step of steps) {
      expect(truth.bits(step.known)).toBe(known);
      expect(within(truth.bits(step.dependency.determinant), known)).toBe(true);
      known |= truth.bits(step.dependency.dependents);
    }
    expect(known).toBe(truth.closure(set));
  }
}
