import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLevel, copyLevels, highestSince, levelsAtZero } from './reached-levels.ts';

describe('the levels that were reached', () => {
  it('tell the highest since any earlier moment', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 })), (steps) => {
        const levels = levelsAtZero();
        const moments = [copyLevels(levels)];
        for (const step of steps) {
          changeLevel(levels, Math.max(step, -levels.level));
          moments.push(copyLevels(levels));
        }
        for (const [index, moment] of moments.entries()) {
          const highest = Math.max(...moments.slice(index).map(({ level }) => level));
          expect(highestSince(levels, moment)).toBe(highest);
        }
      }),
    );
  });
});
