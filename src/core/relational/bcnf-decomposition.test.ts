import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allBcnfDecompositions } from './all-bcnf-decompositions.ts';
import { bcnfDecomposition, splitBy } from './bcnf-decomposition.ts';
import type { RelationScheme } from './dependency.ts';
import { losslessJoin } from './lossless-join.ts';
import type { Decomposition } from './split-tree.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf, within } from './test-brute-force.ts';
import { pairs, scheme, written } from './test-notation.ts';
import { formOfPart, isRightPart, partsText } from './test-parts.ts';
import { arbitraryMixed, cutRows, joinOfProjections, randomRows, repaired, textOf } from './test-relations.ts';

const contracts = scheme('CSJDPQV', 'C>SJDPQV JP>C SD>P J>S');
const streets = scheme('SCZ', 'SC>Z Z>C');

const stepsText = ({ steps }: Decomposition): readonly string[] =>
  steps.map(({ whole, violation, into }) => {
    const [one, other] = into;
    return `${whole.join('')} by ${written([violation.dependency])}: ${one.join('')} ${other.join('')}`;
  });

describe('one split', () => {
  it('gives the closure of the determinant, and the determinant with the rest', () => {
    // Ramakrishnan & Gehrke 19.6.1: SD → P, then J → S; both parts with what holds in them.
    const split = splitBy(contracts, { determinant: ['S', 'D'] });
    expect(written(split ? [split.violation] : [])).toBe('SD>P');
    expect(partsText(split?.into ?? [])).toBe('SDP[SD>P](SD); CSJDQV[C>JDQV J>S JD>C](C JD)');
  });

  it('takes all that the determinant determines, also through others', () => {
    const split = splitBy(scheme('ABCD', 'A>B B>C'), { determinant: ['A'] });
    expect(written(split ? [split.violation] : [])).toBe('A>BC');
    expect(partsText(split?.into ?? [])).toBe('ABC[A>B B>C](A); AD[](AD)');
  });

  it('is none where nothing is violated', () => {
    expect(splitBy(contracts, { determinant: ['C'] })).toBeNull();
    expect(splitBy(contracts, { determinant: ['Q'] })).toBeNull();
    expect(splitBy(scheme('', ''), { determinant: [] })).toBeNull();
    expect(() => splitBy(contracts, { determinant: ['X'] })).toThrow('no attribute X');
  });
});

describe('BCNF decomposition', () => {
  // Ramakrishnan & Gehrke 19.6.1; Garcia-Molina, Ullman & Widom 3.3.4 (movies, and the chain that needs three); Elmasri &
  // Navathe 14.5 (students, courses, instructors).
  it.each([
    ['contracts', contracts, ['CSJDPQV by SD>P: SDP CSJDQV', 'CSJDQV by J>S: SJ CJDQV'], 'JP>C'],
    ['streets', streets, ['SCZ by Z>C: CZ SZ'], 'SC>Z'],
    ['teaching', scheme('SCI', 'SC>I I>C'), ['SCI by I>C: CI SI'], 'SC>I'],
    ['movies', scheme('TYLGSA', 'TY>LGS'), ['TYLGSA by TY>LGS: TYLGS TYA'], ''],
    ['presidents', scheme('TYSPA', 'TY>S S>P P>A'), ['TYSPA by S>PA: SPA TYS', 'SPA by P>A: PA SP'], ''],
    ['an implied violation', scheme('ABCDE', 'A>B BC>D'), ['ABCDE by A>B: AB ACDE', 'ACDE by AC>D: ACD ACE'], 'BC>D'],
    ['a constant', scheme('AB', '>A'), ['AB by >A: A B'], ''],
    ['nothing to do', scheme('ABC', 'A>BC'), [], ''],
  ])('of %s', (_, given, steps, lost) => {
    const decomposition = bcnfDecomposition(given);
    expect(stepsText(decomposition)).toEqual(steps);
    expect(written(decomposition.lost.map(({ dependency }) => dependency))).toBe(lost);
    expect(decomposition.isComplete).toBe(true);
  });

  function expectRight(given: RelationScheme): void {
    const definition = new BruteForce(given);
    const { parts, isComplete } = bcnfDecomposition(given);
    const names = parts.map((part) => part.scheme.attributes);
    expect(isComplete).toBe(true);
    expect(names.map((part) => formOfPart(definition, part)).every((form) => form === 'BCNF' || form === '4NF')).toBe(
      true,
    );
    expect(parts.every((part) => isRightPart(definition, part))).toBe(true);
    expect(losslessJoin(given, names).verdict).toBe('lossless');
  }

  it('is lossless and each part in BCNF, for all 2,480 closure systems on 4 attributes', () => {
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
        const parts = bcnfDecomposition(given).parts.map((part) => part.scheme.attributes);
        expect(joinOfProjections(given.attributes, rows, parts)).toEqual(new Set(rows.map(textOf)));
      }),
      { numRuns: 80 },
    );
  });
});

describe('all BCNF decompositions', () => {
  const resultsText = (given: RelationScheme, limit?: number): readonly string[] =>
    allBcnfDecompositions(given, limit).results.map(({ parts, lost }) => {
      const names = parts.map((part) => part.join('')).join(' ');
      return `${names} loses ${written(lost.map(({ dependency }) => dependency))}`;
    });

  it('are each told once, whatever the order, with what they lose', () => {
    expect(resultsText(contracts)).toEqual(['CJDPQV SJ loses SD>P', 'CJDQV SJ SDP loses JP>C']);
    expect(resultsText(streets)).toEqual(['SZ CZ loses SC>Z']);
    expect(resultsText(scheme('ABC', 'A>BC'))).toEqual(['ABC loses ']);
    expect(resultsText(scheme('ABCDEFGHIJ', 'AB>C A>DE B>F F>GH D>IJ'))).toEqual(['ABC ADE BF DIJ FGH loses ']);
  });

  /** Every order of every violation, by the definition of the closure alone. */
  function byAllOrders(definition: BruteForce, whole: number): ReadonlySet<string> {
    const reach = (set: number): number => definition.closure(set) & whole;
    const inside = definition.subsets().filter((set) => within(set, whole));
    const isMinimal = (set: number): boolean =>
      definition.attributes.some((_, place) => {
        const determines = (one: number): boolean => within(1 << place, reach(one) & ~one);
        return determines(set) && !inside.some((one) => one !== set && within(one, set) && determines(one));
      });
    const violations = inside.filter((set) => reach(set) !== set && reach(set) !== whole && isMinimal(set));
    if (violations.length === 0) return new Set([String(whole)]);
    const results = violations.flatMap((set) => {
      const others = [...byAllOrders(definition, set | (whole & ~reach(set)))];
      return [...byAllOrders(definition, reach(set))].flatMap((one) => others.map((other) => `${one} ${other}`));
    });
    return new Set(results.map(withoutInner));
  }

  function withoutInner(result: string): string {
    const sets = [...new Set(result.split(' ').map(Number))];
    const largest = sets.filter((set) => !sets.some((other) => other !== set && within(set, other)));
    return largest.toSorted((one, other) => one - other).join(' ');
  }

  function found(given: RelationScheme): { readonly isComplete: boolean; readonly texts: ReadonlySet<string> } {
    const definition = new BruteForce(given);
    const { results, isComplete } = allBcnfDecompositions(given, 10_000);
    const texts = results.map(({ parts }) => withoutInner(parts.map((part) => definition.bits(part)).join(' ')));
    expect(new Set(texts).size).toBe(texts.length);
    return { isComplete, texts: new Set(texts) };
  }

  it('are those of every order, for all 2,480 closure systems on 4 attributes', () => {
    const { attributes } = scheme('ABCD', '');
    for (const closed of closureSystems(4)) {
      const given = { attributes, functional: dependenciesOf(attributes, closed), multivalued: [] };
      const definition = new BruteForce(given);
      expect(found(given)).toEqual({ isComplete: true, texts: byAllOrders(definition, definition.all) });
    }
  });

  it('are those of every order, for random dependencies of up to 6 attributes', () => {
    fc.assert(
      fc.property(arbitraryScheme(2, 6), (given) => {
        const definition = new BruteForce(given);
        expect(found(given)).toEqual({ isComplete: true, texts: byAllOrders(definition, definition.all) });
      }),
      { numRuns: 40 },
    );
  });

  it('are cut off where there are more than asked for', () => {
    const { results, isComplete } = allBcnfDecompositions(pairs(12), 7);
    expect(results).toHaveLength(7);
    expect(isComplete).toBe(false);
    expect(allBcnfDecompositions(contracts, 2).isComplete).toBe(true);
    expect(allBcnfDecompositions(contracts, 1)).toMatchObject({ isComplete: false, results: { length: 1 } });
  });
});
