import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanSql } from './sql-tokens.ts';

const kinds = (text: string) => scanSql(text).map((token) => `${token.kind} ${token.text}`);

describe('the scan', () => {
  it('tells words, names, strings, numbers, comments and symbols apart', () => {
    expect(kinds(`select "Order", 'it''s', 1.5e3::int -- done`)).toEqual([
      'word select',
      'quoted "Order"',
      'symbol ,',
      "string 'it''s'",
      'symbol ,',
      'number 1.5e3',
      'symbol ::',
      'word int',
      'comment -- done',
    ]);
  });

  it.each([
    ['a quote escaped by a backslash in an E string', `E'it\\'s' x`, [`string E'it\\'s'`, 'word x']],
    ['a backslash in a plain string as itself', `'\\' x`, [`string '\\'`, 'word x']],
    ['a semicolon inside dollar quotes', `$f$ a; $$ b $f$ x`, ['string $f$ a; $$ b $f$', 'word x']],
    ['a parameter, which is no dollar quote', `$1 x`, ['symbol $', 'number 1', 'word x']],
    ['nested comments', `/* a /* b */ c */ x`, ['comment /* a /* b */ c */', 'word x']],
    ['names in any alphabet', `straße`, ['word straße']],
  ])('reads %s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each(["'abc", "'", "'it''", "E'it\\'", "E'abc\\", '"ab', '$$ab', '/* ab', '-- ab'])(
    'says that %s is not closed',
    (text) => {
      expect(scanSql(text)).toEqual([expect.objectContaining({ text, isClosed: false })]);
    },
  );

  it('keeps every character that is not white space, in order, whatever it is given', () => {
    const letter = fc.constantFrom("'", '"', '$', '$$', '-', '/*', '*/', '\\', 'E', 'a', '1', ' ', '\n', ';', '😀');
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        let place = 0;
        for (const token of scanSql(text)) {
          expect(text.slice(place, token.start).trim()).toBe('');
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.end).toBeGreaterThan(token.start);
          place = token.end;
        }
        expect(text.slice(place).trim()).toBe('');
      }),
    );
  });
});
