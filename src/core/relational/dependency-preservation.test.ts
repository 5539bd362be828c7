import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependencyPreservation, type Preservation } from './dependency-preservation.ts';
import type { RelationScheme } from './dependency.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf, within } from './test-brute-force.ts';
import { scheme, written } from './test-notation.ts';
import { arbitraryParts } from './test-relations.ts';

const partsOf = (text: string): readonly (readonly string[])[] => text.split(' ').map((part) => Array.from(part));

describe('dependencies that a split loses', () => {
  // Garcia-Molina, Ullman & Widom 3.4.4 and 3.5.2, Ramakrishnan & Gehrke 19.5.2 and 19.6, Ullman, Principles of Database
  // Systems, chapter 7, Elmasri & Navathe 15.2.
  it.each([
    ['streets, cities, zips', 'SCZ', 'SC>Z Z>C', 'SZ CZ', 'SC>Z'],
    ['contracts', 'CSJDPQV', 'C>SJDPQV JP>C SD>P J>S', 'SDP JS CJDQV', 'JP>C'],
    ['contracts with the lost one added', 'CSJDPQV', 'C>SJDPQV JP>C SD>P J>S', 'SDP JS CJDQV CJP', ''],
    ['a ring, kept without its last dependency in one part', 'ABCD', 'A>B B>C C>D D>A', 'AB BC CD', ''],
    ['a ring of three', 'ABC', 'A>B B>C C>A', 'AB BC', ''],
    ['theatres, cities, titles', 'TCM', 'T>C CM>T', 'TC TM', 'CM>T'],
    ['parts of ten', 'ABCDEFGHIJ', 'AB>C A>DE B>F F>GH D>IJ', 'ABC ADE BF FGH DIJ', ''],
    ['parts of ten without one', 'ABCDEFGHIJ', 'AB>C A>DE B>F F>GH D>IJ', 'ABC ADE BF DIJ BGH', 'F>GH'],
    ['no parts', 'AB', 'A>B', '', 'A>B'],
    ['trivial ones', 'AB', 'AB>A', '', ''],
    ['a constant', 'AB', '>A', 'AB', ''],
  ])('%s', (_, attributes, functional, parts, lost) => {
    const preservation = dependencyPreservation(scheme(attributes, functional), partsOf(parts));
    expect(written(preservation.lost.map(({ dependency }) => dependency))).toBe(lost);
    expect(preservation.isPreserving).toBe(lost === '');
  });

  it('come with what is reached instead', () => {
    const given = scheme('CSJDPQV', 'C>SJDPQV JP>C SD>P J>S');
    expect(dependencyPreservation(given, partsOf('SDP JS CJDQV')).lost).toEqual([
      { dependency: { determinant: ['J', 'P'], dependents: ['C'] }, reached: ['S', 'J', 'P'], missing: ['C'] },
    ]);
  });

  it('count what multivalued dependencies make functional inside a part', () => {
    expect(dependencyPreservation(scheme('ABCD', 'D>C', 'A>BC'), partsOf('AC ABD'), [])).toMatchObject({ lost: [] });
    const wanted = scheme('', 'A>C').functional;
    expect(dependencyPreservation(scheme('ABCD', 'D>C', 'A>BC'), partsOf('AC ABD'), wanted).isPreserving).toBe(true);
    expect(dependencyPreservation(scheme('ABCD', 'D>C'), partsOf('AC ABD'), wanted).isPreserving).toBe(false);
  });

  /** Under all that holds in some part, found by looking at each of its subsets. */
  function byProjections(given: RelationScheme, parts: readonly (readonly string[])[]): Preservation {
    const definition = new BruteForce(given);
    const projected = parts.flatMap((part) => {
      const whole = definition.bits(part);
      return definition
        .subsets()
        .filter((set) => within(set, whole))
        .map((set) => ({
          determinant: definition.names(set),
          dependents: definition.names(definition.closure(set) & whole),
        }));
    });
    const inParts = new BruteForce({ ...given, functional: projected });
    const lost = given.functional.flatMap((dependency) => {
      const reached = inParts.closure(definition.bits(dependency.determinant));
      const missing = dependency.dependents.filter((name) => !within(definition.bits([name]), reached));
      const inOrder = given.attributes.filter((name) => missing.includes(name));
      return missing.length === 0 ? [] : [{ dependency, reached: inParts.names(reached), missing: inOrder }];
    });
    return { isPreserving: lost.length === 0, lost };
  }

  it('are those that projections say, for all 2,480 closure systems on 4 attributes', () => {
    const { attributes } = scheme('ABCD', '');
    for (const closed of closureSystems(4)) {
      const given = { attributes, functional: dependenciesOf(attributes, closed), multivalued: [] };
      for (const parts of ['AB BCD', 'AB BC CD', 'AC BD', 'ABC ABD BCD'].map(partsOf)) {
        expect(dependencyPreservation(given, parts)).toEqual(byProjections(given, parts));
      }
    }
  });

  it('are those that projections say, for random schemes of up to 7 attributes', () => {
    const cases = arbitraryScheme(2, 7).chain((given) => fc.tuple(fc.constant(given), arbitraryParts(given)));
    fc.assert(
      fc.property(cases, ([given, parts]) => {
        expect(dependencyPreservation(given, parts)).toEqual(byProjections(given, parts));
      }),
      { numRuns: 200 },
    );
  });
});
