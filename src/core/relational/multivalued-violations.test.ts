import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impliesMultivalued, mixedClosure } from './dependency-basis.ts';
import type { RelationScheme } from './dependency.ts';
import { multivaluedViolations } from './multivalued-violations.ts';
import { scheme, written } from './test-notation.ts';
import { arbitraryMixed } from './test-relations.ts';

describe('multivalued violations', () => {
  // Garcia-Molina, Ullman & Widom 3.6 (stars and movies; exercise 3.6.3), Elmasri & Navathe 14.6 (projects and dependents
  // of employees), Ramakrishnan & Gehrke 19.8 (courses, teachers, books), Abiteboul, Hull & Vianu chapter 8.
  it.each([
    ['stars, streets, cities, titles, years', 'NSCTY', '', 'N>SC', 'N>SC'],
    ['employees, projects, dependents', 'EPD', '', 'E>P E>D', 'E>P'],
    ['the one that is stated', 'EPD', '', 'E>D', 'E>D'],
    ['courses, teachers, books', 'CTB', '', 'C>T', 'C>T'],
    ['three that vary', 'ABCD', '', 'A>B A>C', 'A>B A>C A>D'],
    ['exercise 3.6.3 a', 'ABCD', '', 'A>B A>C', 'A>B A>C A>D'],
    ['exercise 3.6.3 b', 'ABCD', 'B>D', 'A>B', 'A>B'],
    ['exercise 3.6.3 c: AB ↠ C says no more than AB → D does', 'ABCD', 'B>D', 'AB>C', ''],
    ['determined by a key', 'ABC', 'A>BC', 'A>B', ''],
    ['a functional one from the other side', 'ABC', 'A>B', 'A>C', ''],
    ['one trivial, one of all the rest', 'ABC', '', 'AB>B A>BC', ''],
    ['independent of everything', 'ABC', '', '>A', '>A'],
    ['no dependencies', 'ABC', '', '', ''],
  ])('%s', (_, attributes, functional, multivalued, violations) => {
    expect(written(multivaluedViolations(scheme(attributes, functional, multivalued)))).toBe(violations);
  });

  /** By all determinants and all dependents: beyond keys and functional dependencies. */
  function isFourthBeyondBoyceCodd(given: RelationScheme): boolean {
    const { attributes } = given;
    const subsets = Array.from({ length: 1 << attributes.length }, (_, set) =>
      attributes.filter((_name, place) => (set >>> place) & 1),
    );
    return subsets.every((determinant) => {
      const closure = mixedClosure(given, determinant);
      if (closure.length === attributes.length) return true;
      const isBoyceCodd = closure.length === determinant.length;
      const isTrivial = (dependents: readonly string[]): boolean =>
        attributes.every((name) => [...determinant, ...dependents].includes(name)) ||
        dependents.every((name) => determinant.includes(name));
      return (
        isBoyceCodd &&
        subsets.every((dependents) => isTrivial(dependents) || !impliesMultivalued(given, { determinant, dependents }))
      );
    });
  }

  it('are real, and there where the definition finds one and BCNF is kept', () => {
    fc.assert(
      fc.property(arbitraryMixed(1, 5), (given) => {
        const violations = multivaluedViolations(given);
        for (const violation of violations) {
          const closure = mixedClosure(given, violation.determinant);
          expect(closure.length).toBeLessThan(given.attributes.length);
          expect(impliesMultivalued(given, violation)).toBe(true);
          const rest = given.attributes.filter((name) => !closure.includes(name));
          expect(violation.dependents.every((name) => rest.includes(name))).toBe(true);
          expect(violation.dependents.length).toBeLessThan(rest.length);
        }
        const stated = [...given.functional, ...given.multivalued];
        const isBoyceCodd = stated.every(({ determinant }) => {
          const closure = mixedClosure(given, determinant);
          return closure.length === given.attributes.length || closure.every((name) => determinant.includes(name));
        });
        expect(isBoyceCodd && violations.length === 0).toBe(isFourthBeyondBoyceCodd(given));
      }),
      { numRuns: 200 },
    );
  });
});
