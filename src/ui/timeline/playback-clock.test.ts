import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceClock, stoppedClock } from './playback-clock.ts';

/** The ticks that frames at these times make. */
function ticks(frames: readonly number[], tickEveryMs: number): readonly number[] {
  let clock = stoppedClock;
  return frames.map((nowMs) => {
    const next = advanceClock(clock, nowMs, tickEveryMs);
    clock = next.clock;
    return next.tickMs;
  });
}

describe('the playback clock', () => {
  it('begins with the first frame, whatever the time is then', () => {
    expect(ticks([70_000, 70_016, 70_033], 0)).toEqual([0, 16, 17]);
  });

  it('saves up for a tick where motion is not wanted', () => {
    expect(ticks([0, 200, 400, 600, 800], 500)).toEqual([0, 0, 0, 600, 0]);
  });

  it('does not play back what the browser slept', () => {
    expect(ticks([0, 16, 60_000, 60_016], 0)).toEqual([0, 16, 250, 16]);
  });

  it('does not run backwards', () => {
    expect(ticks([100, 90, 106], 0)).toEqual([0, 0, 16]);
  });

  it('loses and invents no time', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 250 }));
    fc.assert(
      fc.property(steps, fc.constantFrom(0, 500), (gaps, tickEveryMs) => {
        let now = 0;
        const frames = [0, ...gaps.map((gap) => (now += gap))];
        const told = ticks(frames, tickEveryMs).reduce((sum, tick) => sum + tick, 0);
        expect(now - told).toBeGreaterThanOrEqual(0);
        expect(now - told).toBeLessThan(Math.max(tickEveryMs, 1));
      }),
    );
  });
});
