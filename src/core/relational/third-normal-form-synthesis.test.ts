import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationScheme } from './dependency.ts';
import { dependencyPreservation } from './dependency-preservation.ts';
import { losslessJoin } from './lossless-join.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf } from './test-brute-force.ts';
import { scheme } from './test-notation.ts';
import { formOfPart, isRightPart, partsText } from './test-parts.ts';
import { arbitraryMixed, cutRows, joinOfProjections, randomRows, repaired, textOf } from './test-relations.ts';
import { synthesizeThirdNormalForm } from './third-normal-form-synthesis.ts';

describe('3NF synthesis', () => {
  // Elmasri & Navathe 14.3 exercise and 15.2; Garcia-Molina, Ullman & Widom 3.2.2, 3.5 and example 3.27; Ramakrishnan &
  // Gehrke 19.6; Bernstein 1976, section 4.
  it.each([
    ['a chain', 'ABCD', 'A>B B>C B>D', 'AB[A>B](A); BCD[B>CD](B)'],
    [
      'parts of ten',
      'ABCDEFGHIJ',
      'AB>C A>DE B>F F>GH D>IJ',
      'ABC[AB>C](AB); ADE[A>DE](A); BF[B>F](B); FGH[F>GH](F); DIJ[D>IJ](D)',
    ],
    ['streets, cities, zips', 'SCZ', 'SC>Z Z>C', 'SCZ[SC>Z Z>C](SC SZ)'],
    ['with a key added', 'ABCDE', 'AB>C C>B A>D', 'ABC[C>B AB>C](AB AC); AD[A>D](A); ABE[](ABE)'],
    ['no dependencies', 'AB', '', 'AB[](AB)'],
    ['a constant', 'AB', '>A', 'A[>A](); B[](B)'],
    ['all constant', 'AB', '>AB', 'AB[>AB]()'],
  ])('of %s', (_, attributes, functional, parts) => {
    expect(partsText(synthesizeThirdNormalForm(scheme(attributes, functional)).parts)).toBe(parts);
  });

  it('says what became of each group and of the key', () => {
    const { cover, groups, addedKey, dropped } = synthesizeThirdNormalForm(scheme('ABCDE', 'AB>C C>B A>D'));
    expect(cover.merged).toHaveLength(3);
    expect(groups[1]).toEqual({
      determinants: [['C']],
      dependencies: [{ determinant: ['C'], dependents: ['B'] }],
      attributes: ['B', 'C'],
    });
    expect(addedKey).toEqual(['A', 'B', 'E']);
    expect(dropped).toEqual([{ attributes: ['B', 'C'], inside: ['A', 'B', 'C'] }]);
  });

  it('gives determinants that determine each other one relation where that is asked for', () => {
    const ring = scheme('ABCD', 'A>B B>C C>D D>A');
    expect(synthesizeThirdNormalForm(ring).parts).toHaveLength(4);
    expect(partsText(synthesizeThirdNormalForm(ring, { mergeEquivalent: true }).parts)).toBe(
      'ABCD[A>B B>C C>D D>A](A B C D)',
    );
  });

  it('drops what only seems to depend on a merged key', () => {
    // WX and CD determine each other; A would follow from them, but it follows from C.
    const given = scheme('WXABCD', 'WX>AD CD>WX AW>B BX>C C>A');
    const { parts } = synthesizeThirdNormalForm(given, { mergeEquivalent: true });
    expect(partsText(parts)).toBe('WXCD[WX>CD CD>WX](WX CD); WAB[WA>B](WA); XBC[XB>C](XB); AC[C>A](C)');
  });

  function expectRight(given: RelationScheme): void {
    const definition = new BruteForce(given);
    for (const mergeEquivalent of [false, true]) {
      const { parts, groups, dropped, addedKey } = synthesizeThirdNormalForm(given, { mergeEquivalent });
      const names = parts.map((part) => part.scheme.attributes);
      expect(names.map((part) => formOfPart(definition, part))).not.toContain('2NF');
      expect(losslessJoin(given, names).verdict).toBe('lossless');
      expect(dependencyPreservation(given, names).lost).toEqual([]);
      expect(parts.every((part) => isRightPart(definition, part))).toBe(true);
      expect(parts.length + dropped.length).toBe(groups.length + (addedKey === null ? 0 : 1));
    }
  }

  it('is lossless, preserving and in 3NF, for all 2,480 closure systems on 4 attributes', () => {
    const { attributes } = scheme('ABCD', '');
    const systems = closureSystems(4);
    expect(systems).toHaveLength(2480);
    for (const closed of systems) {
      expectRight({ attributes, functional: dependenciesOf(attributes, closed), multivalued: [] });
    }
  }, 120_000);

  it.each([
    ['functional', arbitraryScheme(1, 7)],
    ['functional and multivalued', arbitraryMixed(1, 5)],
  ])('is so for random %s dependencies, and gives random rows back', (_, schemes) => {
    fc.assert(
      fc.property(schemes, randomRows, (given, random) => {
        expectRight(given);
        const rows = repaired(given, cutRows(given, random)) ?? [];
        const parts = synthesizeThirdNormalForm(given).parts.map((part) => part.scheme.attributes);
        expect(joinOfProjections(given.attributes, rows, parts)).toEqual(new Set(rows.map(textOf)));
      }),
      { numRuns: 80 },
    );
  });
});
