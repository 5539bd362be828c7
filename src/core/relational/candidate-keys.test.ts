import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateKeys, primeAttributes } from './candidate-keys.ts';
import { arbitraryScheme, BruteForce, closureSystems, dependenciesOf, within } from './test-brute-force.ts';
import { pairs, scheme } from './test-notation.ts';

const keysOf = (...words: Parameters<typeof scheme>): string =>
  candidateKeys(scheme(...words))
    .keys.map((key) => key.join(''))
    .join(' ');

describe('candidate keys', () => {
  it('are all of them, smaller ones first, in the order of the scheme', () => {
    expect(keysOf('ABCDE', 'A>BC CD>E B>D E>A')).toBe('A E BC CD');
    expect(keysOf('CABD', 'AB>C C>D D>A')).toBe('CB AB BD');
  });

  it.each([
    ['without dependencies everything', 'ABC', '', 'ABC'],
    ['of constants nothing', 'AB', '>AB', ''],
    ['beside a constant', 'ABC', '>A AB>C', 'B'],
    ['of one attribute it', 'A', '', 'A'],
    ['past trivial dependencies', 'AB', 'AB>A AB>AB', 'AB'],
    ['past what stands on both sides', 'ABC', 'AB>BC', 'AB'],
  ])('%s', (_, attributes, functional, keys) => {
    expect(keysOf(attributes, functional)).toBe(keys);
  });

  it('of a relation without attributes are the empty one', () => {
    expect(candidateKeys(scheme('', ''))).toEqual({ keys: [[]], isComplete: true });
  });

  it('are those of the definition, for all 2,480 closure systems on 4 attributes', () => {
    const systems = closureSystems(4);
    expect(systems).toHaveLength(2480);
    for (const closed of systems)
      expectRight({ ...scheme('ABCD', ''), functional: dependenciesOf(['A', 'B', 'C', 'D'], closed) });
  });

  it('are those of the definition, for random dependencies of up to 8 attributes', () => {
    fc.assert(fc.property(arbitraryScheme(5, 8), expectRight), { numRuns: 150 });
  });

  it('are those of the definition under multivalued dependencies too', () => {
    fc.assert(fc.property(arbitraryScheme(3, 7, 3), expectRight), { numRuns: 150 });
  });

  it.each([1, 2, 5, 9])('of %i pairs that determine each other are 2ⁿ', (count) => {
    const { keys, isComplete } = candidateKeys(pairs(count));
    expect(keys).toHaveLength(1 << count);
    expect(isComplete).toBe(true);
  });

  it.each([10, 12, 30])('of %i pairs are cut off', (count) => {
    const { keys, isComplete } = candidateKeys(pairs(count));
    expect(new Set(keys.map((key) => key.join(' '))).size).toBe(1000);
    expect(isComplete).toBe(false);
    expect(primeAttributes(pairs(count))).toEqual({ prime: pairs(count).attributes, undecided: [] });
  });

  it('are complete where there are exactly as many as asked for', () => {
    expect(candidateKeys(pairs(3), 8).isComplete).toBe(true);
    expect(candidateKeys(pairs(3), 7)).toMatchObject({ isComplete: false, keys: { length: 7 } });
  });
});

describe('prime attributes', () => {
  it('are told without all keys', () => {
    fc.assert(
      fc.property(arbitraryScheme(4, 8), (given) => {
        const truth = new BruteForce(given);
        expect(primeAttributes(given, 1)).toEqual({ prime: truth.names(truth.prime()), undecided: [] });
      }),
      { numRuns: 150 },
    );
  });
});

function expectRight(given: Parameters<typeof candidateKeys>[0]): void {
  const truth = new BruteForce(given);
  const { keys, isComplete } = candidateKeys(given);
  expect(isComplete).toBe(true);
  expect(new Set(keys.map((key) => truth.bits(key)))).toEqual(new Set(truth.keys()));
  expect(keys).toHaveLength(truth.keys().length);
  const isChain = keys.some((one) => keys.some((other) => one !== other && within(truth.bits(one), truth.bits(other))));
  expect(isChain).toBe(false);
}
