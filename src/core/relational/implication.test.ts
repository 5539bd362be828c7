import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivationOf, equivalence, implies } from './implication.ts';
import { arbitraryScheme, BruteForce, within } from './test-brute-force.ts';
import { rules, written } from './test-notation.ts';

const [first = { determinant: [], dependents: [] }] = rules('AB>D');

describe('implication', () => {
  it('of what is trivial needs nothing', () => {
    expect(derivationOf([], { determinant: ['A'], dependents: ['A'] })).toEqual([]);
  });

  it('names the dependencies that are needed, in their order', () => {
    const used = derivationOf(rules('B>E C>D AB>C A>E'), first);
    expect(written((used ?? []).map(({ dependency }) => dependency))).toBe('AB>C C>D');
    expect(derivationOf(rules('AB>C'), first)).toBeNull();
  });

  it('reaches attributes that only one of both sides names', () => {
    expect(implies([], first)).toBe(false);
    expect(implies(rules('>D'), first)).toBe(true);
  });

  it('is what the closure says, for random dependencies', () => {
    const one = fc.record({
      determinant: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
      dependents: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(arbitraryScheme(5, 8), one, (given, asked) => {
        const { functional } = given;
        const truth = new BruteForce(given);
        const isImplied = within(truth.bits(asked.dependents), truth.closure(truth.bits(asked.determinant)));
        expect(implies(functional, asked)).toBe(isImplied);
        const used = (derivationOf(functional, asked) ?? []).map(({ dependency }) => dependency);
        for (const each of used)
          expect(
            implies(
              used.filter((other) => other !== each),
              asked,
            ),
          ).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('equivalence', () => {
  it('holds between two ways of saying the same', () => {
    // Elmasri & Navathe, exercise 15.20.
    expect(equivalence(rules('A>C AC>D E>AD E>H'), rules('A>CD E>AH'))).toEqual({
      isEquivalent: true,
      firstLacks: [],
      secondLacks: [],
    });
  });

  it('says what each side lacks', () => {
    const { isEquivalent, firstLacks, secondLacks } = equivalence(rules('A>B B>C'), rules('A>C C>D'));
    expect([isEquivalent, written(firstLacks), written(secondLacks)]).toEqual([false, 'C>D', 'A>B B>C']);
  });
});
