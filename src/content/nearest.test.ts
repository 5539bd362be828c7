import { describe, expect, it } from 'vitest';
import { didYouMean } from './nearest.ts';

describe('didYouMean', () => {
  it('speaks only where something is near', () => {
    expect(didYouMean('tabel', ['table'])).toBe(' Did you mean `table`?');
    expect(didYouMean('tabel', ['query'])).toBe('');
  });
});
