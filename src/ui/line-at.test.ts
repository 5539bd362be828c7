import { describe, expect, it } from 'vitest';
import { lineAt } from './line-at.ts';

describe('a line', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 3],
  ])('of offset %i in three lines is %i', (offset, line) => {
    expect(lineAt('a\n\nb', offset)).toBe(line);
  });
});
