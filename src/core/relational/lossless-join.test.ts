import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeClosure } from './attribute-closure.ts';
import { symbolText, tableauAfter } from './chase.ts';
import type { RelationScheme } from './dependency.ts';
import { losslessJoin } from './lossless-join.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf } from './test-brute-force.ts';
import { scheme } from './test-notation.ts';
import {
  arbitraryMixed,
  arbitraryParts,
  cutRows,
  isSatisfied,
  joinOfProjections,
  randomRows,
  repaired,
  textOf,
} from './test-relations.ts';

const partsOf = (text: string): readonly (readonly string[])[] => text.split(' ').map((part) => Array.from(part));

describe('the join of the parts', () => {
  // Garcia-Molina, Ullman & Widom, Database Systems, examples 3.22 and 3.23, exercise 3.4.1; Ullman, Principles of
  // Database Systems, chapter 7; Elmasri & Navathe, figure 15.1; Ramakrishnan & Gehrke, 19.6.
  it.each([
    ['ABCD', 'A>B B>C CD>A', '', 'AD AC BCD', 'lossless', 'GUW example 3.22'],
    ['ABCD', 'B>AD', '', 'AB BC CD', 'lossy', 'GUW example 3.23'],
    ['ABCDE', 'B>E CE>A', '', 'ABC BCD ACE', 'lossy', 'GUW exercise 3.4.1 a'],
    ['ABCDE', 'AC>E BC>D', '', 'ABC BCD ACE', 'lossless', 'GUW exercise 3.4.1 b'],
    ['ABCDE', 'A>D D>E B>D', '', 'ABC BCD ACE', 'lossless', 'GUW exercise 3.4.1 c'],
    ['ABCDE', 'A>D CD>E E>D', '', 'ABC BCD ACE', 'lossy', 'GUW exercise 3.4.1 d'],
    ['ABCDE', 'A>C B>C C>D DE>C CE>A', '', 'AD AB BE CDE AE', 'lossless', 'Ullman chapter 7'],
    ['SENPLH', 'S>E P>NL SP>H', '', 'SE PNL SPH', 'lossless', 'Elmasri & Navathe figure 15.1 c'],
    ['SENPLH', 'S>E P>NL SP>H', '', 'EL SPHNL', 'lossy', 'Elmasri & Navathe figure 15.1 a'],
    ['SPD', 'S>P P>D', '', 'SP PD', 'lossless', 'Ramakrishnan & Gehrke chapter 19'],
    ['SPD', '', '', 'SP PD', 'lossy', 'Ramakrishnan & Gehrke figure 19.9, as it loses'],
    ['CTB', '', 'C>T', 'CT CB', 'lossless', 'Ramakrishnan & Gehrke chapter 19: course, teacher, book'],
    ['CTB', '', '', 'CT CB', 'lossy', 'the same without its multivalued dependency'],
    ['ABCD', '', 'A>B B>C', 'AB BC ABD', 'lossless', 'two multivalued dependencies, one after the other'],
    ['ABC', '', '', 'AB BC CA', 'lossy', 'three in a ring: a join dependency would be needed'],
  ])('of %s with %s; %s: %s are %s (%s)', (attributes, functional, multivalued, parts, verdict) => {
    const given = scheme(attributes, functional, multivalued);
    expect(losslessJoin(given, partsOf(parts)).verdict).toBe(verdict);
    expectRight(given, partsOf(parts));
  });

  it('is shown by a tableau, its steps and the rows it ends with', () => {
    // Garcia-Molina, Ullman & Widom, example 3.23: the last tableau is the counterexample.
    const join = losslessJoin(scheme('ABCD', 'B>AD'), partsOf('AB BC CD'));
    expect(join.initial).toEqual([
      [0, 0, 1, 1],
      [2, 0, 0, 2],
      [3, 3, 0, 0],
    ]);
    expect(join.steps).toEqual([
      {
        kind: 'equated',
        dependency: { determinant: ['B'], dependents: ['A', 'D'] },
        rows: [0, 1],
        changes: [
          { attribute: 'A', from: 2, to: 0 },
          { attribute: 'D', from: 2, to: 1 },
        ],
      },
    ]);
    expect(join.final).toEqual([
      [0, 0, 1, 1],
      [0, 0, 0, 1],
      [3, 3, 0, 0],
    ]);
    expect(join.counterexample).toEqual({
      rows: [
        ['a1', 'a2', 'b1,3', 'b1,4'],
        ['a1', 'a2', 'a3', 'b1,4'],
        ['b3,1', 'b3,2', 'a3', 'a4'],
      ],
      spurious: ['a1', 'a2', 'a3', 'a4'],
    });
  });

  it('adds the rows that a multivalued dependency asks for', () => {
    const join = losslessJoin(scheme('CTB', '', 'C>T'), partsOf('CT CB'));
    expect(join.steps).toEqual([
      { kind: 'added', dependency: { determinant: ['C'], dependents: ['T'] }, rows: [0, 1], row: [0, 0, 0] },
    ]);
  });

  it('lacks what no part has', () => {
    const join = losslessJoin(scheme('ABC', 'A>BC'), partsOf('AB'));
    expect(join).toMatchObject({ verdict: 'lossy', missing: ['C'], counterexample: null });
    expect(losslessJoin(scheme('A', ''), []).missing).toEqual(['A']);
    expect(() => losslessJoin(scheme('A', ''), partsOf('AX'))).toThrow('no attribute X');
  });

  it('says that it does not know where three parts ask for too many rows', () => {
    const attributes = Array.from({ length: 24 }, (_, place) => `a${place}`);
    const multivalued = attributes.slice(1).map((name) => ({ determinant: [], dependents: [name] }));
    const wide = { attributes, functional: [], multivalued: multivalued.slice(0, 21) };
    const thirds = [0, 1, 2].map((third) => [...attributes.filter((_, place) => place % 3 === third), 'a0']);
    expect(losslessJoin(wide, thirds)).toMatchObject({
      end: 'too many rows',
      verdict: 'undecided',
      counterexample: null,
    });
    // What goes together again two by two needs no rows.
    const free = { ...wide, multivalued };
    expect(losslessJoin(free, thirds, 10)).toMatchObject({ end: 'too many rows', verdict: 'lossless' });
    // Two parts need no rows: the dependency basis decides.
    const halves = [attributes.slice(1, 12), ['a0', ...attributes.slice(12)]];
    expect(losslessJoin(wide, halves, 10)).toMatchObject({ end: 'too many rows', verdict: 'lossless' });
    const cut = [attributes.filter((name) => name !== 'a23'), attributes.slice(23)];
    const lossy = losslessJoin(wide, cut, 10);
    expect(lossy).toMatchObject({ end: 'too many rows', verdict: 'lossy' });
    expect(lossy.counterexample?.rows).toHaveLength(2);
    expectExample(wide, cut, lossy);
  });
});

/** The verdict, held to rows: what is lossy comes with rows that are split for worse. */
function expectRight(given: RelationScheme, parts: readonly (readonly string[])[]): void {
  const join = losslessJoin(given, parts);
  expect(tableauAfter(join, join.steps.length)).toEqual(join.final);
  expect(join.verdict === 'lossy').toBe(join.counterexample !== null);
  if (join.counterexample !== null) expectExample(given, parts, join);
}

function expectExample(
  given: RelationScheme,
  parts: readonly (readonly string[])[],
  { counterexample }: ReturnType<typeof losslessJoin>,
): void {
  const { rows, spurious } = counterexample ?? { rows: [], spurious: [] };
  expect(isSatisfied(given, rows)).toBe(true);
  const joined = joinOfProjections(given.attributes, rows, parts);
  expect(spurious).toEqual(given.attributes.map((_, column) => symbolText(0, column)));
  expect(joined.has(textOf(spurious))).toBe(true);
  expect(rows.map(textOf)).not.toContain(textOf(spurious));
}

/** Two parts are lossless just where what they share is a key of one of them. */
function isKeyOfOne(given: RelationScheme, [one = [], other = []]: readonly (readonly string[])[]): boolean {
  const shared = one.filter((name) => other.includes(name));
  const closure = attributeClosure(given, shared).attributes;
  return [one, other].some((part) => part.every((name) => closure.includes(name)));
}

/** Two rows that agree in one closed set, for each: they satisfy just what is implied (Armstrong). */
function armstrongRows(given: RelationScheme): readonly (readonly number[])[] {
  const definition = new BruteForce(given);
  const closed = definition.subsets().filter((set) => definition.closure(set) === set);
  // All share row 0; row i agrees with it in closed set i, and with another row in what the sets have in common.
  return [
    given.attributes.map(() => 0),
    ...closed.map((set, place) => given.attributes.map((_, column) => ((set >>> column) & 1 ? 0 : place + 1))),
  ];
}

describe('a verdict', () => {
  const covers = ['AB BCD', 'ABC CD', 'AB BC CD', 'ABC ABD', 'AC BD', 'ABD ACD', 'AB AC AD', 'ABC BCD ACD'].map(
    partsOf,
  );

  it('is right for all 2,480 closure systems on 4 attributes: rows that satisfy no more than they must show the loss', () => {
    for (const closed of closureSystems(4)) {
      const given = { ...scheme('ABCD', ''), functional: dependenciesOf(scheme('ABCD', '').attributes, closed) };
      const rows = armstrongRows(given);
      expect(isSatisfied(given, rows)).toBe(true);
      const there = new Set(rows.map(textOf));
      for (const parts of covers) {
        const { verdict } = losslessJoin(given, parts);
        expectRight(given, parts);
        const isLossless = verdict === 'lossless';
        expect(isLossless || verdict === 'lossy').toBe(true);
        expect(parts.length > 2 || isLossless === isKeyOfOne(given, parts)).toBe(true);
        // Where nothing may be lost, nothing is, not even of rows that satisfy as little as they may.
        expect(isLossless && joinOfProjections(given.attributes, rows, parts).size > there.size).toBe(false);
      }
    }
  });

  it.each([
    ['functional', arbitraryScheme(2, 7)],
    ['functional and multivalued', arbitraryMixed(2, 6)],
  ])('holds for random rows under %s dependencies', (_, schemes) => {
    const cases = schemes.chain((given) => fc.tuple(fc.constant(given), arbitraryParts(given), randomRows));
    const seen = { lossless: 0, lossy: 0, undecided: 0 };
    fc.assert(
      fc.property(cases, ([given, parts, random]) => {
        expectRight(given, parts);
        const rows = repaired(given, cutRows(given, random));
        if (rows === null) return;
        expect(isSatisfied(given, rows)).toBe(true);
        const { verdict } = losslessJoin(given, parts);
        seen[verdict] += 1;
        const joined = joinOfProjections(given.attributes, rows, parts);
        expect(rows.every((row) => joined.has(textOf(row)))).toBe(true);
        expect(verdict === 'lossless' && joined.size > rows.length).toBe(false);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(seen.lossless, seen.lossy)).toBeGreaterThan(20);
  });
});
