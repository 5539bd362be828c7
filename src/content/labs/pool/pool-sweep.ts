import { erlangWait, erlangWaitQuantile } from '#core/pool/erlang.ts';
import type { PoolParams } from '#core/pool/pool-params.ts';
import { pow } from '#core/shared/pow.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import type { Metrics, SweepPoint } from '#content/labs/lab-kind.ts';
import { estimatedEvents } from './pool-card.ts';
import { eventsOfPoint } from './pool-sweep-card.ts';
import { poolParams } from './pool-values.ts';

const pointsOfCurve = 24;

/** The metrics by the size of the pool, from too few connections to far more than it takes. */
export function poolSizes(values: LabValues): readonly SweepPoint[] {
  const params = poolParams(values);
  const forS = lengthOfPoint(params);
  return sizesOf(params).map((maxOpen) => ({
    x: maxOpen,
    values: { ...values, maxOpen, forS },
    expected: expectedOf({ ...params, maxOpen }),
  }));
}

/** Long enough for an outage that the run itself meets, and as long again for what comes of it. */
function lengthOfPoint(params: PoolParams): number {
  const { forS, outageAtS, outageForS } = params;
  const share = eventsOfPoint / estimatedEvents(params);
  const isMet = outageForS > 0 && outageAtS < forS;
  const leastS = isMet ? outageAtS + 2 * outageForS : 1;
  return Math.min(forS, Math.max(leastS, Math.round(forS * share)));
}

/** What an application's requests keep busy on average, where nothing limits them: Erlang's offered load. */
function offeredLoad({ applications, arrivalsPerS, holdMs, slowFraction, slowMs }: PoolParams): number {
  const workMs = holdMs.mean * (1 - slowFraction) + slowMs * slowFraction;
  return (arrivalsPerS / applications) * (workMs / 1000);
}

/**
 * From the first size at which the line does not grow for ever, so that the knee is one of waits that are waits, and not of
 * the length of the run; the size that is set is among them where it lies between.
 */
function sizesOf(params: PoolParams): readonly number[] {
  const load = offeredLoad(params);
  const enough = Math.max(load, params.cores / params.applications);
  const most = Math.min(10_000, Math.ceil(2.5 * enough) + 6);
  const least = Math.min(Math.floor(load) + 1, most - 1);
  const sizes = new Set<number>([least, most]);
  for (let point = 1; point < pointsOfCurve - 1; point++) {
    // Even steps while sizes are small, even factors between them when they are large.
    const share = point / (pointsOfCurve - 1);
    const size = most - least < pointsOfCurve ? least + point : Math.round(least * pow(most / least, share));
    sizes.add(Math.min(size, most));
  }
  if (params.maxOpen > least && params.maxOpen < most) sizes.add(params.maxOpen);
  return [...sizes].toSorted((a, b) => a - b);
}

/** Erlang C, where the pool is what it describes. */
function expectedOf(params: PoolParams): Metrics {
  const load = offeredLoad(params);
  const { holdMs, maxOpen, waiters } = params;
  if (!isMarkovian(params) || load >= maxOpen) return {};
  const meanWaitMs = erlangWait(maxOpen, load, holdMs.mean);
  return {
    meanWaitMs,
    meanResponseMs: meanWaitMs + holdMs.mean,
    throughputPerS: params.arrivalsPerS,
    ...(waiters === 'first' ? { p99WaitMs: erlangWaitQuantile(maxOpen, load, holdMs.mean, 0.99) } : {}),
  };
}

/** Poisson arrivals, exponential holds, c connections that cost nothing, and everyone waits until it is served. */
function isMarkovian(params: PoolParams): boolean {
  const { connectMs, maxIdle, maxIdleTimeMs, maxLifetimeMs, maxOpen } = params;
  const keepsAll = maxIdle >= maxOpen && maxIdleTimeMs === 0 && maxLifetimeMs === 0;
  const limits = [params.cores, params.poolerSize, params.maxConnections, params.timeoutMs];
  const troubles = [params.leakFraction, params.slowFraction, params.outageForS];
  return (
    params.holdMs.distribution === 'exponential' &&
    params.applications === 1 &&
    (connectMs === 0 || keepsAll) &&
    [...limits, ...troubles].every((value) => value === 0)
  );
}
