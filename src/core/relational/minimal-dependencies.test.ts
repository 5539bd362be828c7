import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf } from './attribute-closure.ts';
import { Universe } from './attribute-set.ts';
import type { RelationScheme } from './dependency.ts';
import { minimalDependencies } from './minimal-dependencies.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf, within } from './test-brute-force.ts';
import { pairs, scheme, written } from './test-notation.ts';

function found({ attributes, functional }: RelationScheme, limit?: number) {
  const universe = new Universe(attributes);
  const bits = functional.map((one) => bitsOf(universe, one));
  const { dependencies, isComplete } = minimalDependencies(universe, bits, limit);
  const named = dependencies.map(({ determinant, dependents }) => ({
    determinant: universe.namesOf(determinant),
    dependents: universe.namesOf(dependents),
  }));
  return { texts: named.map((one) => written([one])).toSorted(), isComplete };
}

/** By looking at every subset for every attribute. */
function byDefinition(given: RelationScheme): readonly string[] {
  const definition = new BruteForce(given);
  return given.attributes
    .flatMap((name, place) => {
      const determinants = definition
        .subsets()
        .filter((set) => within(1 << place, definition.closure(set)) && !within(1 << place, set));
      return determinants
        .filter((set) => !determinants.some((other) => other !== set && within(other, set)))
        .map((set) => written([{ determinant: definition.names(set), dependents: [name] }]));
    })
    .toSorted();
}

describe('minimal dependencies', () => {
  it('are those stated, those implied, and none with something to spare', () => {
    expect(found(scheme('ABCD', 'AB>C C>D D>A'))).toEqual({
      texts: ['AB>C', 'AB>D', 'BD>C', 'C>A', 'C>D', 'D>A'].toSorted(),
      isComplete: true,
    });
    expect(found(scheme('ABC', '>A AB>C')).texts).toEqual(['>A', 'B>C']);
  });

  it('are all of them, for all 2,480 closure systems on 4 attributes', () => {
    const { attributes } = scheme('ABCD', '');
    for (const closed of closureSystems(4)) {
      const given = { attributes, functional: dependenciesOf(attributes, closed), multivalued: [] };
      expect(found(given).texts).toEqual(byDefinition(given));
    }
  });

  it('are all of them, for random dependencies of up to 8 attributes', () => {
    fc.assert(
      fc.property(arbitraryScheme(1, 8), (given) => {
        expect(found(given)).toEqual({ texts: byDefinition(given), isComplete: true });
      }),
      { numRuns: 150 },
    );
  });

  it('have a limit for each attribute', () => {
    const given = pairs(10);
    const sum = {
      attributes: [...given.attributes, 'sum'],
      functional: [...given.functional, { determinant: given.attributes.slice(0, 10), dependents: ['sum'] }],
      multivalued: [],
    };
    const { texts, isComplete } = found(sum, 20);
    expect(isComplete).toBe(false);
    expect(texts.filter((text) => text.endsWith('>sum'))).toHaveLength(20);
    expect(texts).toHaveLength(40);
  });
});
