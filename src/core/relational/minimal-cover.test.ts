import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationScheme } from './dependency.ts';
import { equivalence, implies } from './implication.ts';
import { minimalCover } from './minimal-cover.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf } from './test-brute-force.ts';
import { scheme, written } from './test-notation.ts';

describe('a minimal cover', () => {
  it.each([
    ['ABC', 'A>BC B>C A>B AB>C', 'A>B B>C'],
    ['ABD', 'B>A D>A AB>D', 'B>D D>A'],
    ['ABC', '>A AB>C', '>A B>C'],
    ['ABC', '>AB A>B', '>A >B'],
    ['AB', 'AB>A', ''],
  ])('of %s with %s is %s', (attributes, functional, cover) => {
    const found = minimalCover(scheme(attributes, functional)).cover;
    expect(written(found).split(' ').toSorted()).toEqual(cover.split(' ').toSorted());
  });

  it('merges what has the same determinant', () => {
    expect(written(minimalCover(scheme('ABCD', 'A>B C>D A>C')).merged)).toBe('A>BC C>D');
  });

  it('says each step, and by what it is allowed', () => {
    const { steps } = minimalCover(scheme('ABC', 'A>BC B>C A>B AB>C'));
    expect(steps.map((step) => step.kind)).toEqual(['split', 'repeated', 'reduce', 'repeated', 'redundant']);
    expect(steps[2]).toMatchObject({
      extraneous: 'A',
      to: { determinant: ['B'], dependents: ['C'] },
      because: [{ dependency: { determinant: ['B'], dependents: ['C'] }, known: ['B'], added: ['C'] }],
    });
  });

  it('is equivalent and irredundant, for all closure systems on 4 attributes', () => {
    const systems = closureSystems(4);
    expect(systems).toHaveLength(2480);
    for (const closed of systems)
      expectMinimal({ ...scheme('ABCD', ''), functional: dependenciesOf(['A', 'B', 'C', 'D'], closed) });
  });

  it('is equivalent and irredundant, for random dependencies', () => {
    fc.assert(fc.property(arbitraryScheme(5, 8), expectMinimal), { numRuns: 150 });
  });
});

function expectMinimal(given: RelationScheme): void {
  const { cover, merged, steps } = minimalCover(given);
  const truth = new BruteForce(given);
  const closuresOf = (functional: typeof cover) => new BruteForce({ ...given, functional }).closures;
  expect(closuresOf(cover)).toEqual(truth.closures);
  expect(closuresOf(merged)).toEqual(truth.closures);
  expect(new Set(merged.map(({ determinant }) => determinant.join(' '))).size).toBe(merged.length);
  for (const one of cover) {
    const others = cover.filter((other) => other !== one);
    expect(one.dependents).toHaveLength(1);
    expect(implies(others, one)).toBe(false);
    for (const name of one.determinant) {
      const less = { determinant: one.determinant.filter((each) => each !== name), dependents: one.dependents };
      expect(implies(cover, less)).toBe(false);
    }
  }
  for (const step of steps) {
    if (step.kind !== 'reduce' && step.kind !== 'redundant') continue;
    const shown = step.kind === 'reduce' ? step.to : step.dependency;
    expect(
      implies(
        step.because.map(({ dependency }) => dependency),
        shown,
      ),
    ).toBe(true);
  }
  expect(equivalence(cover, given.functional).isEquivalent).toBe(true);
}
