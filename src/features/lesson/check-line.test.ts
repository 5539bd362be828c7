import { describe, expect, it } from 'vitest';
import { checkState, passedCount, spokenGrading, type CheckLine } from './check-line.ts';

const open: CheckLine = { id: 'a', description: 'have a table `product`', verdict: null };
const held: CheckLine = { ...open, id: 'b', verdict: { ok: true, message: '`product` is there.' } };
const missed: CheckLine = {
  ...open,
  id: 'c',
  description: 'keep every row',
  verdict: { ok: false, message: '`order_item` has 3,412 rows; there were 3,414.' },
};

describe('a line of a goal', () => {
  it('is unchecked, passed or failed by its verdict', () => {
    expect([open, held, missed].map(checkState)).toEqual(['unchecked', 'passed', 'failed']);
  });
});

describe('the count of a goal', () => {
  it('is silent before the first grading', () => {
    expect(passedCount([open, open])).toBeNull();
    expect(spokenGrading([open, open])).toBe('');
  });

  it('counts what holds of all lines', () => {
    expect(passedCount([held, missed, open])).toBe('1 of 3');
  });
});

describe('what a screen reader hears', () => {
  it('names each failed line with its reason, without backticks', () => {
    expect(spokenGrading([held, missed])).toBe(
      '1 of 2 hold. Not yet: keep every row. order_item has 3,412 rows; there were 3,414.',
    );
  });

  it('is short when everything holds', () => {
    expect(spokenGrading([held, held])).toBe('2 of 2 hold.');
  });
});
