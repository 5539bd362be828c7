import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForms } from '#core/relational/dependency.ts';
import { comparisonWords, holds, parseComparison, type Comparison } from './comparison.ts';

function read(text: string): Comparison {
  const parsed = parseComparison(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe('a comparison', () => {
  it.each([
    ['< 20', 19.9, 20, 'less than 20'],
    ['<= 20', 20, 20.1, 'at most 20'],
    ['=20', 20, 19, 'exactly 20'],
    ['!= 20', 19, 20, 'anything but 20'],
    ['>= -2.5', -2.5, -2.6, 'at least -2.5'],
    ['> 1e3', 1001, 1000, 'more than 1000'],
    [' between 1 and 3 ', 3, 3.1, 'between 1 and 3'],
    ['Between .5 and 1.', 0.5, 0.4, 'between 0.5 and 1'],
  ])('%s holds for %d, not for %d', (text, within, outside, words) => {
    expect([within, outside].map((figure) => holds(read(text), figure))).toEqual([true, false]);
    expect(comparisonWords(read(text), String)).toBe(words);
  });

  const example = 'a comparison such as `<= 20` or `between 1 and 3`';
  const operators = `${example}; the operators are \`<\`, \`<=\`, \`=\`, \`!=\`, \`>=\` and \`>\``;

  it.each([
    ['', example],
    ['20', example],
    ['at most 20', example],
    ['<= 20 ms', example],
    ['<= 20%', example],
    ['<= ', example],
    ['<= 1_000', example],
    ['<= NaN', example],
    ['=< 20', operators],
    ['== 20', operators],
    ['≤ 20', operators],
    ['between 3 and 1', `${example}, the lesser number first`],
    ['between 1', example],
  ])('is not %j', (text, expected) => {
    expect(parseComparison(text)).toEqual({ ok: false, error: expected });
  });

  it.each([
    ['>= BCNF', 3, 2, 'at least BCNF'],
    ['=2nf', 1, 2, 'exactly 2NF'],
    ['< 4NF', 3, 4, 'less than 4NF'],
    ['between 1NF and 3nf', 2, 3, 'between 1NF and 3NF'],
  ])('%s of normal forms holds for the rank %d, not for %d', (text, within, outside, words) => {
    expect(read(text).of).toBe('normal forms');
    expect([within, outside].map((figure) => holds(read(text), figure))).toEqual([true, false]);
    expect(comparisonWords(read(text), (rank) => normalForms[rank] ?? '')).toBe(words);
  });

  it.each(['>= 5NF', '>= DKNF', 'BCNF', '>= BCNF and 3NF', 'between 1 and 3NF', 'between 3NF and 2NF', '>= 3.5NF'])(
    'with normal forms is not %j',
    (text) => {
      expect(parseComparison(text)).toEqual({
        ok: false,
        error: 'a comparison with a normal form, such as `>= BCNF`; known are `1NF`, `2NF`, `3NF`, `BCNF` and `4NF`',
      });
    },
  );

  it('is satisfied by no figure that was not measured', () => {
    for (const text of ['< 1', '<= 1', '= 1', '!= 1', '>= 1', '> 1', 'between 0 and 1']) {
      expect(holds(read(text), Number.NaN)).toBe(false);
    }
  });

  it('and its opposite divide all figures between them', () => {
    const opposites = [
      ['<', '>='],
      ['<=', '>'],
      ['=', '!='],
    ] as const;
    const figures = fc.double({ noNaN: true });
    fc.assert(
      fc.property(figures, figures, fc.constantFrom(...opposites), (figure, number, [operator, opposite]) => {
        const of = (sign: typeof operator | typeof opposite): boolean =>
          holds({ kind: 'to', operator: sign, number }, figure);
        expect(of(operator)).toBe(!of(opposite));
      }),
    );
  });
});
