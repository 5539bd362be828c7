import { describe, expect, it } from 'vitest';
import { limitChoices } from './limit-choices.ts';

function labels(limitS: number | null): readonly string[] {
  return limitChoices(limitS).map(({ label }) => label);
}

describe('the limits to choose from', () => {
  it.each([30, null])('are the usual ones while the limit is %s', (limitS) => {
    expect(labels(limitS)).toEqual(['10 s', '30 s', '1 min', '5 min', 'No limit']);
  });

  it('hold an unusual one that is set, in its place', () => {
    expect(labels(45)).toEqual(['10 s', '30 s', '45 s', '1 min', '5 min', 'No limit']);
  });
});
