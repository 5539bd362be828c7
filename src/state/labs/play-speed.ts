import type { RunSummary } from '#content/labs/lab-kind.ts';

/** How many events a second the eye can follow. */
const readableEventsPerS = 12;

/** Simulated to played time: from a thousand times slower to a thousand times faster. */
export const playSpeeds = [0.001, 0.01, 0.1, 1, 10, 100, 1000] as const;

/** The one of these at which about a dozen events a second go by. */
export function readableSpeed({
  length,
  startMs,
  reachedMs,
}: Pick<RunSummary, 'length' | 'startMs' | 'reachedMs'>): number {
  const perMs = length / Math.max(1, reachedMs - startMs);
  const wanted = readableEventsPerS / 1000 / Math.max(perMs, 1e-12);
  // The nearest by its factor: three times as quick is as near as three times as slow.
  const distance = (speed: number): number => Math.abs(Math.log(speed / wanted));
  return playSpeeds.reduce((best, speed) => (distance(speed) < distance(best) ? speed : best), playSpeeds[0]);
}
