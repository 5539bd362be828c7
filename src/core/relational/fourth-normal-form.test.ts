import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationScheme } from './dependency.ts';
import { fourthNormalForm, splitByMultivalued } from './fourth-normal-form.ts';
import { losslessJoin } from './lossless-join.ts';
import { arbitraryScheme, BruteForce } from './test-brute-force.ts';
import { scheme, written } from './test-notation.ts';
import { formOfPart, isRightPart, partsText } from './test-parts.ts';
import { arbitraryMixed, cutRows, joinOfProjections, randomRows, repaired, textOf } from './test-relations.ts';

describe('4NF decomposition', () => {
  // Garcia-Molina, Ullman & Widom 3.6 (stars; exercise 3.6.3), Elmasri & Navathe 14.6, Ramakrishnan & Gehrke 19.8, Ullman,
  // Principles of Database Systems, chapter 7 (courses).
  it.each([
    ['stars', 'NSCTY', '', 'N>SC', 'NSC[](NSC); NTY[](NTY)'],
    ['employees, projects, dependents', 'EPD', '', 'E>P E>D', 'EP[](EP); ED[](ED)'],
    ['courses, teachers, books', 'CTB', '', 'C>T', 'CT[](CT); CB[](CB)'],
    ['three that vary', 'ABCD', '', 'A>B A>C', 'AB[](AB); AC[](AC); AD[](AD)'],
    ['both kinds', 'ABCD', 'B>D', 'A>B', 'BD[B>D](B); AB[](AB); AC[](AC)'],
    ['exercise 3.6.3 c', 'ABCD', 'B>D', 'AB>C', 'BD[B>D](B); ABC[](ABC)'],
    // A ↠ B and AB → E imply A → E.
    ['exercise 3.6.3 d', 'ABCDE', 'A>D AB>E', 'A>B A>C', 'ADE[A>DE](A); AB[](AB); AC[](AC)'],
    ['stated over the whole, found in a part', 'ABCD', '', 'B>C A>B', 'BC[](BC); AB[](AB); AD[](AD)'],
    ['already there', 'ABC', 'A>BC', 'A>B', 'ABC[A>BC](A)'],
    ['nothing said', 'ABC', '', '', 'ABC[](ABC)'],
  ])('of %s', (_, attributes, functional, multivalued, parts) => {
    const decomposition = fourthNormalForm(scheme(attributes, functional, multivalued));
    expect({ parts: partsText(decomposition.parts), isComplete: decomposition.isComplete }).toEqual({
      parts,
      isComplete: true,
    });
  });

  it('names each split by its violation', () => {
    const { steps } = fourthNormalForm(scheme('ABCD', 'B>D', 'A>B'));
    expect(steps.map(({ violation }) => `${violation.kind} ${written([violation.dependency])}`)).toEqual([
      'functional B>D',
      'multivalued A>B',
    ]);
  });

  it('splits once by a chosen dependency', () => {
    const split = splitByMultivalued(scheme('ABCD', 'B>D', 'A>B'), { determinant: ['A'], dependents: ['B'] });
    expect(partsText(split ?? [])).toBe('AB[](AB); ACD[A>D](AC)');
    expect(splitByMultivalued(scheme('AB', ''), { determinant: ['A'], dependents: ['B'] })).toBeNull();
    expect(splitByMultivalued(scheme('AB', ''), { determinant: ['A'], dependents: ['A'] })).toBeNull();
  });

  function expectRight(given: RelationScheme): void {
    const definition = new BruteForce(given);
    const { parts, isComplete } = fourthNormalForm(given);
    const names = parts.map((part) => part.scheme.attributes);
    expect(isComplete).toBe(true);
    expect(new Set(names.map((part) => formOfPart(definition, part)))).toEqual(new Set(['4NF']));
    expect(parts.every((part) => isRightPart(definition, part))).toBe(true);
    expect(losslessJoin(given, names).verdict).toBe('lossless');
  }

  it.each([
    ['functional and multivalued', arbitraryMixed(1, 6)],
    ['functional', arbitraryScheme(1, 6)],
  ])('is lossless, each part in 4NF, for random %s dependencies, and gives random rows back', (_, schemes) => {
    fc.assert(
      fc.property(schemes, randomRows, (given, random) => {
        expectRight(given);
        const rows = repaired(given, cutRows(given, random)) ?? [];
        const parts = fourthNormalForm(given).parts.map((part) => part.scheme.attributes);
        expect(joinOfProjections(given.attributes, rows, parts)).toEqual(new Set(rows.map(textOf)));
      }),
      { numRuns: 80 },
    );
  });

  it('says so where there are too many determinants to try', () => {
    const attributes = Array.from({ length: 24 }, (_, place) => `a${place}`);
    const multivalued = [{ determinant: attributes.slice(0, 20), dependents: ['a20'] }];
    expect(fourthNormalForm({ attributes, functional: [], multivalued }).isComplete).toBe(false);
  });
});
