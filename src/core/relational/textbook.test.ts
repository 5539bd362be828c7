import { describe, expect, it } from 'vitest';
import { attributeClosure } from './attribute-closure.ts';
import { candidateKeys } from './candidate-keys.ts';
import type { NormalForm } from './dependency.ts';
import { equivalence, implies } from './implication.ts';
import { minimalCover } from './minimal-cover.ts';
import { normalFormOf } from './normal-form.ts';
import { rules, scheme, written } from './test-notation.ts';

/*
 * GMUW: Garcia-Molina, Ullman & Widom, Database Systems: The Complete Book, chapter 3 (numbers as in Ullman & Widom, A First
 * Course in Database Systems); EN: Elmasri & Navathe, Fundamentals of Database Systems, the chapters on normal forms and on
 * design algorithms; RG: Ramakrishnan & Gehrke, Database Management Systems, chapter 19; SKS: Silberschatz, Korth &
 * Sudarshan, Database System Concepts, the chapter on relational design; AHV: Abiteboul, Hull & Vianu, Foundations of
 * Databases, chapter 8. Attributes are shortened to letters, in the order of the scheme.
 */
type Case = readonly [source: string, attributes: string, functional: string, keys: string, form: NormalForm];

const cases: readonly Case[] = [
  ['GMUW exercise 3.2.1', 'ABCD', 'AB>C C>D D>A', 'AB BC BD', '3NF'],
  ['GMUW exercise 3.2.2 i', 'ABCD', 'A>B B>C B>D', 'A', '2NF'],
  ['GMUW exercise 3.2.2 ii', 'ABCD', 'AB>C BC>D CD>A AD>B', 'AB AD BC CD', 'BCNF'],
  ['GMUW exercise 3.2.2 iii', 'ABCD', 'A>B B>C C>D D>A', 'A B C D', 'BCNF'],
  ['GMUW exercise 3.3.1 b', 'ABCD', 'B>C B>D', 'AB', '1NF'],
  ['GMUW exercise 3.3.1 e', 'ABCDE', 'AB>C DE>C B>D', 'ABE', '1NF'],
  ['GMUW exercise 3.3.1 f', 'ABCDE', 'AB>C C>D D>B D>E', 'AB AC AD', '1NF'],
  ['GMUW, movies with stars', 'TYLGSA', 'TY>LGS', 'TYA', '1NF'],
  ['GMUW, movies, studios and presidents', 'TYSPA', 'TY>S S>P P>A', 'TY', '2NF'],
  ['GMUW, bookings: a theater is in one city', 'MTC', 'T>C MC>T', 'MT MC', '3NF'],
  ['SKS, closures and extraneous attributes', 'ABCDE', 'A>BC CD>E B>D E>A', 'A E BC CD', '3NF'],
  ['SKS, the closure of AG', 'ABCGHI', 'A>B A>C CG>H CG>I B>H', 'AG', '1NF'],
  ['SKS, instructors with departments', 'INSDBG', 'I>NSD D>BG', 'I', '2NF'],
  ['SKS, department advisors', 'SID', 'I>D SD>I', 'SI SD', '3NF'],
  ['EN, ten attributes, first set', 'ABCDEFGHIJ', 'AB>C A>DE B>F F>GH D>IJ', 'AB', '1NF'],
  ['EN, ten attributes, second set', 'ABCDEFGHIJ', 'AB>C BD>EF AD>GH A>I H>J', 'ABD', '1NF'],
  ['EN, employees on projects', 'SPHENL', 'SP>H S>E P>NL', 'SP', '1NF'],
  ['EN, employees with departments', 'ESBADNM', 'S>EBAD D>NM', 'S', '2NF'],
  ['EN, LOTS', 'PCLART', 'P>CLART CL>PART C>T A>R', 'P CL', '1NF'],
  ['EN, LOTS1', 'PCLAR', 'P>CLAR CL>PAR A>R', 'P CL', '2NF'],
  ['EN, LOTS1A', 'PCLA', 'P>CLA CL>PA A>C', 'P CL LA', '3NF'],
  ['EN, TEACH', 'SCI', 'SC>I I>C', 'SC SI', '3NF'],
  ['EN, CAR_SALE', 'CDSMI', 'CS>DMI D>I S>M', 'CS', '1NF'],
  ['EN, BOOK', 'TAYLFU', 'T>UY Y>L A>F', 'TA', '1NF'],
  ['EN, REFRIG', 'MYPXC', 'M>X MY>P X>C', 'MY', '1NF'],
  ['RG, Hourly_Emps', 'SNLRWH', 'S>SNLRWH R>W', 'S', '2NF'],
  ['RG, Reserves: a sailor has one card', 'SBDC', 'S>C', 'SBD', '1NF'],
  ['RG, Reserves: and a card one sailor', 'SBDC', 'S>C C>S', 'SBD BDC', '3NF'],
  ['RG, Contracts', 'CSJDPQV', 'C>SJDPQV JP>C SD>P', 'C JP SJD', '3NF'],
  ['RG, Contracts with J → S', 'CSJDPQV', 'C>SJDPQV JP>C SD>P J>S', 'C JD JP', '1NF'],
  ['RG exercise 19.2', 'ABCDE', 'A>B BC>E ED>A', 'ACD BCD CDE', '3NF'],
  ['RG exercise 19.7, 1', 'ABCD', 'C>D C>A B>C', 'B', '2NF'],
  ['RG exercise 19.7, 2', 'ABCD', 'B>C D>A', 'BD', '1NF'],
  ['RG exercise 19.7, 3', 'ABCD', 'ABC>D D>A', 'ABC BCD', '3NF'],
  ['RG exercise 19.7, 4', 'ABCD', 'A>B BC>D A>C', 'A', '2NF'],
  ['RG exercise 19.7, 5', 'ABCD', 'AB>C AB>D C>A D>B', 'AB AD BC CD', '3NF'],
  ['AHV, deriving AD → E', 'ABCDE', 'A>C B>C CD>E', 'ABD', '1NF'],
  ['street, city, zip', 'SCZ', 'SC>Z Z>C', 'SC SZ', '3NF'],
];

const withMultivalued: readonly (readonly [
  source: string,
  attributes: string,
  functional: string,
  multivalued: string,
  keys: string,
  form: NormalForm,
])[] = [
  ['GMUW, stars with addresses and movies', 'NSCTY', '', 'N>SC', 'NSCTY', 'BCNF'],
  ['EN, employees, projects, dependents', 'EPD', '', 'E>P E>D', 'EPD', 'BCNF'],
  ['SKS, three multivalued dependencies', 'ABCGHI', '', 'A>B B>HI CG>H', 'ABCGHI', 'BCNF'],
  ['SKS, instructors with departments and addresses', 'IDSC', '', 'I>D', 'IDSC', 'BCNF'],
  ['AHV, Showings', 'HSTN', 'HS>T', 'H>N', 'HSN', '1NF'],
  ['Fagin 1977, courses, teachers, texts', 'CTX', '', 'C>T', 'CTX', 'BCNF'],
];

describe('keys and normal forms as textbooks have them', () => {
  it.each(cases)('%s', (_, attributes, functional, keys, form) => {
    const judged = normalFormOf(scheme(attributes, functional));
    expect([judged.keys.map((key) => key.join('')).join(' '), judged.form]).toEqual([keys, form]);
    expect(candidateKeys(scheme(attributes, functional))).toEqual({ keys: judged.keys, isComplete: true });
    expect(judged.violations.length === 0).toBe(form === 'BCNF');
  });

  it.each(withMultivalued)('%s', (_, attributes, functional, multivalued, keys, form) => {
    const judged = normalFormOf(scheme(attributes, functional, multivalued));
    expect([judged.keys.map((key) => key.join('')).join(' '), judged.form]).toEqual([keys, form]);
  });
});

describe('minimal covers as textbooks have them', () => {
  it.each([
    ['SKS', 'A>BC B>C A>B AB>C', 'A>B B>C'],
    ['EN', 'B>A D>A AB>D', 'B>D D>A'],
    ['EN', 'A>BCDE CD>E', 'A>BCD CD>E'],
    ['RG 19.6', 'A>B ABCD>E EF>GH ACDF>EG', 'A>B ACD>E EF>GH'],
  ])('%s: %s', (_, functional, cover) => {
    expect(new Set(written(minimalCover(scheme('ABCDEFGH', functional)).merged).split(' '))).toEqual(
      new Set(cover.split(' ')),
    );
  });

  it('GMUW example 3.11: a basis has several minimal ones', () => {
    const { cover } = minimalCover(scheme('ABC', 'A>B A>C B>A B>C C>A C>B AB>C AC>B BC>A'));
    expect(equivalence(cover, rules('A>B B>C C>A')).isEquivalent).toBe(true);
    expect([3, 4]).toContain(cover.length);
  });
});

describe('closures and implications as textbooks have them', () => {
  it.each([
    ['GMUW example 3.8', 'ABCDEF', 'AB>C BC>AD D>E CF>B', 'AB', 'ABCDE'],
    ['SKS', 'ABCGHI', 'A>B A>C CG>H CG>I B>H', 'AG', 'ABCGHI'],
    ['AHV', 'ABCDE', 'A>C B>C CD>E', 'AD', 'ACDE'],
    ['EN, employees on projects', 'SPHENL', 'SP>H S>E P>NL', 'P', 'PNL'],
  ])('%s', (_, attributes, functional, from, closure) => {
    expect(attributeClosure(scheme(attributes, functional), from.split('')).attributes.join('')).toBe(closure);
  });

  it.each([
    ['GMUW example 3.9', 'AB>C BC>AD D>E CF>B', 'AB>D', true],
    ['GMUW example 3.9', 'AB>C BC>AD D>E CF>B', 'D>A', false],
    ['SKS', 'A>B A>C CG>H CG>I B>H', 'AG>I', true],
    ['AHV', 'A>C B>C CD>E', 'AD>E', true],
  ])('%s: %s and %s', (_, functional, one, isImplied) => {
    expect(rules(one).every((dependency) => implies(rules(functional), dependency))).toBe(isImplied);
  });
});
