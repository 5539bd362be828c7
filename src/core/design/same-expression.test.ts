import { expect, it } from 'vitest';
import { isSameExpression } from './same-expression.ts';

it.each([
  ['total>=0', 'total >= 0', true],
  ['TOTAL >= 0 AND (a or b)', 'total >= 0 AND (a OR b)', true],
  ["'new'", "'new'::text", true],
  ["'new'", "'new'::character varying(10)", true],
  ['((a > b))', 'a > b', true],
  ['(a) or (b)', 'a) or (b', false],
  ['(a + b) * c', 'a + b * c', false],
  ["'New'", "'new'", false],
  ['a::text', 'a', false],
  ['now()', 'now( )', true],
  ['"A" > 0', 'a > 0', false],
])('%s and %s: %s', (one, other, isSame) => {
  expect(isSameExpression(one, other)).toBe(isSame);
});

it('no expression is only like none', () => {
  expect([isSameExpression(null, null), isSameExpression('a', null)]).toEqual([true, false]);
});
