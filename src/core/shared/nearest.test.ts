import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['minuts', ['title', 'minutes'], 'minutes'],
    ['syas', ['says', 'sql'], 'says'],
    ['zpi', ['id', 'zip'], 'zip'],
    ['ON-DELETE', ['on-delete', 'on-update'], 'on-delete'],
    ['shema', ['schema', 'shards'], 'schema'],
    ['colour', ['box', 'lid'], null],
    ['abc', ['xyz'], null],
  ])('takes %s among %o for %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['abcd', 'abdc', 1],
    ['', 'abc', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same in both directions, and zero only between equal words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
