import { describe, expect, it } from 'vitest';
import { markToken } from './editor-mark.ts';

describe('a mark', () => {
  it.each([
    ['a whole word', 'drop column produkt_name;', 12, 'produkt_name'],
    ['a name in quotes', 'select "a b" from t', 7, '"a b"'],
    ['a symbol', 'select 1 +', 9, '+'],
    ['the last character, when the input ends too early', 'select (', 8, '('],
    ['nothing of an empty text', '', 0, ''],
  ])('covers %s', (_, text, position, marked) => {
    const { start, end } = markToken(text, position, 'message');
    expect(text.slice(start, end)).toBe(marked);
  });
});
