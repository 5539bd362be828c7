import { describe, expect, it } from 'vitest';
import { placeAfterKey } from './reading-line.tsx';

const places = Array.from({ length: 100 }, (_, i) => i / 2);

describe('a key on the graph', () => {
  it.each([
    ['ArrowRight', 5, 6],
    ['ArrowLeft', 5, 4],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 99, 99],
    ['PageUp', 5, 15],
    ['PageDown', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['a', 50, null],
  ])('%s leads from sample %i to %s', (key, from, to) => {
    expect(placeAfterKey(key, places, from)).toBe(to);
  });

  it('leads nowhere where there are no samples', () => {
    expect(placeAfterKey('End', [], -1)).toBeNull();
  });
});
