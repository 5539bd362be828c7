import { describe, expect, it } from 'vitest';
import { mentionsColumn, renameInExpression } from './rename-in-expression.ts';

const renamed = (expression: string, ...pairs: readonly [string, string][]) =>
  renameInExpression(expression, new Map(pairs));

describe('a column that is renamed in an expression', () => {
  it.each([
    ['total >= 0', 'amount >= 0'],
    ['total>0 AND (total < 100 OR paid)', 'amount>0 AND (amount < 100 OR paid)'],
    ["note <> 'total'::text AND total > 1", "note <> 'total'::text AND amount > 1"],
    ['"total" > 1 /* total */', 'amount > 1 /* total */'],
    ['Total > 1', 'amount > 1'],
    ['total(total) > 1', 'total(amount) > 1'],
    ['(pair).total > total', '(pair).total > amount'],
    ['x::total = total', 'x::total = amount'],
    ['x::shop.total = total::numeric', 'x::shop.total = amount::numeric'],
    ['f(total => total)', 'f(total => amount)'],
    ['EXTRACT(total FROM total) > 3', 'EXTRACT(total FROM amount) > 3'],
    ['total = ANY (ARRAY[1, 2])', 'amount = ANY (ARRAY[1, 2])'],
    ['name COLLATE total < total', 'name COLLATE total < amount'],
  ])('%s becomes %s', (before, after) => {
    expect(renamed(before, ['total', 'amount'])).toBe(after);
  });

  it('is quoted where it must be', () => {
    expect(renamed('a > 0', ['a', 'my "a"'])).toBe('"my ""a""" > 0');
    expect(renamed('"order" > 0', ['order', 'rank'])).toBe('rank > 0');
  });

  it('changes places with another at once', () => {
    expect(renamed('a > b', ['a', 'b'], ['b', 'a'])).toBe('b > a');
  });

  it('is no word of a type that has several, and no keyword', () => {
    expect(renamed('b::character varying = varying', ['varying', 'x'])).toBe('b::character varying = x');
    expect(renamed('(at AT TIME ZONE zone) > at', ['zone', 'z'], ['at', 'a'])).toBe('(a AT TIME ZONE z) > a');
    expect(renamed('a is not null and "not"', ['not', 'x'])).toBe('a is not null and x');
  });
});

it('an expression mentions the columns it names, and no others', () => {
  expect(
    ['total', 'note', 'text', 'lower'].filter((name) => mentionsColumn('lower(note) = total::text', name)),
  ).toEqual(['total', 'note']);
});
