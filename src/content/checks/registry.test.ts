import { describe, expect, it } from 'vitest';
import type { Check } from './check-kind.ts';
import { describeCheck } from './registry.ts';

function check(id: string): Check {
  const params = { left: 'select 1', right: 'select 2' };
  return { id, kind: 'same-rows', says: null, params, place: { line: 1, column: 1 } };
}

describe('what a check asks', () => {
  it('is the id where an author has written it in words', () => {
    expect(describeCheck(check('keep every line'))).toBe('keep every line');
  });

  it('is what the kind makes of it where the id only names it', () => {
    expect(describeCheck(check('same-rows-1'))).toBe('make `select 1` return the same rows as `select 2`');
  });
});
