import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNameList, readNames, scanNames, writeNames } from './name-tokens.ts';

const kinds = (text: string) =>
  scanNames(text).map((token) => {
    switch (token.kind) {
      case 'name':
        return `name ${token.name}`;
      case 'sign':
        return `sign ${token.sign}`;
      case 'stray':
        return `stray ${token.text}`;
    }
  });

describe('scanNames', () => {
  it.each([
    ['Order_ID->price', ['name order_id', 'sign ->', 'name price']],
    ['"a""b" ->> "C d"', ['name a"b', 'sign ->>', 'name C d']],
    [
      'a→b; c ↠ d →→ e',
      ['name a', 'sign ->', 'name b', 'sign ;', 'name c', 'sign ->>', 'name d', 'sign ->>', 'name e'],
    ],
    ['ÄRGER', ['name Ärger']],
    ['a = "b', ['name a', 'stray =', 'stray "', 'name b']],
    ['{} -> ""', ['sign {', 'sign }', 'sign ->', 'stray "', 'stray "']],
  ])('reads %s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('says where each token stands', () => {
    expect(scanNames('a\n ->"b"').map(({ start, end, text }) => [start, end, text])).toEqual([
      [0, 1, 'a'],
      [3, 5, '->'],
      [5, 8, '"b"'],
    ]);
  });

  it('leaves nothing out but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = scanNames(text).map((token) => token.text);
        expect(read.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });
});

describe('a list of names', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1 }), (names) => {
        const tokens = readNames(writeNames(names));
        expect(tokens === null ? null : readNameList(tokens)).toEqual(names);
      }),
    );
  });

  it.each(['a b', 'a,', ', a', '', 'a; b'])('is not read from %o', (text) => {
    expect(readNameList(readNames(text) ?? [])).toBeNull();
  });
});
