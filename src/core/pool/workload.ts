import { drawWithMean, exponential } from '#core/shared/distributions.ts';
import { nextIndex, nextUnit } from '#core/shared/random.ts';
import { nsPerMs, nsPerS } from '#core/shared/simulation/model.ts';
import type { PoolRules } from './pool-rules.ts';
import type { PoolState } from './pool-state.ts';

/** What comes to the pools. */
export interface Workload {
  /** When and where the request after the last one comes, or null when there is none. */
  nextArrival(state: PoolState): { readonly atNs: number; readonly application: number } | null;
  /** What the request that arrives now will do, settled before anything is done for it. */
  draw(state: PoolState): { readonly workNs: number; readonly isLeak: boolean; readonly isSlow: boolean };
}

/** Poisson arrivals, by chance in one of the applications; each purpose has a stream of its own. */
export function randomWorkload({ params, slowNs }: PoolRules): Workload {
  const gapNs = nsPerS / params.arrivalsPerS;
  const meanNs = params.holdMs.mean * nsPerMs;
  const { applications, leakFraction, slowFraction } = params;
  return {
    nextArrival: ({ nowNs, streams }) => ({
      atNs: nowNs + Math.round(exponential(streams.arrivals, gapNs)),
      application: applications > 1 ? nextIndex(streams.applications, applications) : 0,
    }),
    draw: ({ streams }) => {
      const holdNs = Math.round(drawWithMean(streams.holds, params.holdMs.distribution, meanNs));
      const isSlow = slowFraction > 0 && nextUnit(streams.slow) < slowFraction;
      return {
        workNs: isSlow ? slowNs : holdNs,
        isSlow,
        isLeak: leakFraction > 0 && nextUnit(streams.leaks) < leakFraction,
      };
    },
  };
}

export interface GivenRequest {
  readonly atMs: number;
  readonly holdMs: number;
  readonly application?: number;
  readonly isLeak?: boolean;
  readonly isSlow?: boolean;
}

/** Requests that are given by hand, in order of their arrival. */
export function givenWorkload(requests: readonly GivenRequest[]): Workload {
  return {
    nextArrival: ({ counters }) => {
      const next = requests[counters.requests];
      return next === undefined ? null : { atNs: Math.round(next.atMs * nsPerMs), application: next.application ?? 0 };
    },
    draw: ({ counters }) => {
      const { holdMs = 0, isLeak = false, isSlow = false } = requests[counters.requests - 1] ?? {};
      return { workNs: Math.round(holdMs * nsPerMs), isLeak, isSlow };
    },
  };
}
