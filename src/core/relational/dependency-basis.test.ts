import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeClosure } from './attribute-closure.ts';
import { chasedImplication } from './chase-implication.ts';
import { dependencyBasis, impliesFunctional, impliesMultivalued, mixedClosure } from './dependency-basis.ts';
import type { FunctionalDependency, RelationScheme } from './dependency.ts';
import { arbitraryScheme, BruteForce, within } from './test-brute-force.ts';
import { rules, scheme } from './test-notation.ts';
import { arbitraryMixed, isSatisfied, satisfiesFunctional, satisfiesMultivalued } from './test-relations.ts';

const basisOf = (given: RelationScheme, from: string): string => {
  const blocks = dependencyBasis(given, Array.from(from)).blocks.map((block) => block.join(''));
  return blocks.toSorted((one, other) => (one < other ? -1 : 1)).join(' ');
};

const single = (text: string): FunctionalDependency => rules(text)[0] ?? { determinant: [], dependents: [] };

describe('the dependency basis', () => {
  // Beeri 1980; Ullman, Principles of Database Systems, chapter 7 (courses, teachers, hours, rooms, students, grades);
  // Garcia-Molina, Ullman & Widom 3.6 and 3.7; Abiteboul, Hull & Vianu 8.3 (complementation, transitivity).
  it.each([
    ['nothing said: all the rest together', 'ABC', '', '', 'A', 'BC'],
    ['complementation', 'ABCD', '', 'A>B', 'A', 'B CD'],
    ['transitivity', 'ABCD', '', 'A>B B>C', 'A', 'B C D'],
    ['a dependency whose determinant is not there', 'ABCD', '', 'B>C', 'A', 'BCD'],
    ['a functional dependency divides too', 'ABCD', 'A>BC', '', 'A', 'B C D'],
    ['a mixture', 'ABCD', 'D>C', 'A>BC', 'A', 'B C D'],
    ['constants', 'ABC', '>A', '>B', '', 'A B C'],
    ['all attributes', 'AB', '', '', 'AB', ''],
    ['courses', 'CTHRSG', 'C>T HR>C HT>R CS>G HS>R', 'C>HR', 'C', 'HR SG T'],
    ['courses, an hour', 'CTHRSG', 'C>T HR>C HT>R CS>G HS>R', 'C>HR', 'HR', 'C SG T'],
    ['stars, streets, cities, titles, years', 'NSCTY', '', 'N>SC', 'N', 'SC TY'],
  ])('%s', (_, attributes, functional, multivalued, from, blocks) => {
    expect(basisOf(scheme(attributes, functional, multivalued), from)).toBe(blocks);
  });

  it('comes block by block', () => {
    expect(dependencyBasis(scheme('ABCD', 'D>C', 'A>BC'), ['A'])).toEqual({
      blocks: [['C'], ['B'], ['D']],
      determined: ['A', 'C'],
      steps: [
        { kind: 'multivalued', dependency: single('A>BC'), block: ['B', 'C', 'D'], into: [['B', 'C'], ['D']] },
        { kind: 'functional', dependency: single('D>C'), block: ['B', 'C'], into: [['C'], ['B']] },
      ],
    });
  });

  it('turns a multivalued dependency into a functional one (coalescence)', () => {
    // Garcia-Molina, Ullman & Widom, example 3.38: A ↠ BC and D → C imply A → C.
    const given = scheme('ABCD', 'D>C', 'A>BC');
    expect(attributeClosure(given, ['A']).attributes).toEqual(['A']);
    expect(mixedClosure(given, ['A'])).toEqual(['A', 'C']);
    const { isImplied, end, steps } = chasedImplication(given, { kind: 'functional', dependency: single('A>C') });
    expect({ isImplied, end, kinds: steps.map(({ kind }) => kind) }).toEqual({
      isImplied: true,
      end: 'found',
      kinds: ['added', 'added', 'equated'],
    });
  });

  it('implies A ↠ C of A ↠ B and B ↠ C, and no A ↠ B of A ↠ BC', () => {
    // Garcia-Molina, Ullman & Widom, examples 3.36 and the remark that the splitting rule does not hold.
    expect(impliesMultivalued(scheme('ABCD', '', 'A>B B>C'), single('A>C'))).toBe(true);
    const splitting = chasedImplication(scheme('ABCD', '', 'A>BC'), { kind: 'multivalued', dependency: single('A>B') });
    expect(splitting).toMatchObject({
      isImplied: false,
      end: 'satisfied',
      counterexample: [
        ['a1', 'a2', 'a3', 'a4'],
        ['a1', 'b1,2', 'b1,3', 'a4'],
      ],
    });
  });

  it('is cut in the chase and not in the verdict where there are too many rows', () => {
    const attributes = Array.from({ length: 24 }, (_, place) => `a${place}`);
    const multivalued = attributes.slice(1).map((name) => ({ determinant: [], dependents: [name] }));
    const wide = { attributes, functional: [], multivalued: multivalued.slice(2) };
    const dependency = { determinant: [], dependents: ['a0'] };
    expect(chasedImplication(wide, { kind: 'multivalued', dependency })).toMatchObject({
      end: 'too many rows',
      isImplied: false,
    });
    expect(() => chasedImplication(wide, { kind: 'functional', dependency: single('x>y') })).toThrow('no attribute');
  });
});

describe('what both kinds imply', () => {
  function expectRight(given: RelationScheme): void {
    const { attributes } = given;
    const definition = new BruteForce(given);
    for (const left of definition.subsets()) {
      for (const right of definition.subsets()) {
        const dependency = { determinant: definition.names(left), dependents: definition.names(right) };
        const isFunctional = within(right, definition.closure(left));
        const isMultivalued = definition.impliesMultivalued(left, right);
        expect(impliesFunctional(given, dependency)).toBe(isFunctional);
        expect(impliesMultivalued(given, dependency)).toBe(isMultivalued);
        for (const kind of ['functional', 'multivalued'] as const) {
          const { isImplied, end, counterexample } = chasedImplication(given, { kind, dependency });
          // The chase says the same as the basis, and its end is a relation that shows it.
          expect(end).toBe(isImplied ? 'found' : 'satisfied');
          expect(isImplied).toBe(kind === 'functional' ? isFunctional : isMultivalued);
          if (counterexample === null) continue;
          expect(isSatisfied(given, counterexample)).toBe(true);
          const satisfies = kind === 'functional' ? satisfiesFunctional : satisfiesMultivalued;
          expect(satisfies(attributes, counterexample, dependency)).toBe(false);
        }
      }
    }
  }

  it.each([
    ['functional and multivalued', arbitraryMixed(1, 4)],
    ['functional', arbitraryScheme(1, 4)],
  ])('is what holds in all relations of two rows, for %s dependencies', (_, schemes) => {
    fc.assert(fc.property(schemes, expectRight), { numRuns: 60 });
  });
});
