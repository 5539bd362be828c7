import { drawWithMean, exponential } from '#core/shared/distributions.ts';
import { copyQueue, emptyQueue, schedule, takeEvent } from '#core/shared/event-queue.ts';
import {
  addHistogram,
  bucketsOf,
  copyHistogram,
  emptyHistogram,
  quantileOf,
  recordValue,
} from '#core/shared/quantile-histogram.ts';
import { randomStreams } from '#core/shared/random.ts';
import { addToMoments, emptyMoments, mergedMoments, varianceOf } from '#core/shared/running-moments.ts';
import type { SimulationEvent } from '#core/shared/simulation/model.ts';
import { averageUntil, changeValue, startAverage } from '#core/shared/time-average.ts';
import type { Computation } from './computations.ts';

interface GuestEvent extends SimulationEvent {
  readonly kind: 'arrive' | 'leave';
}

/** Guests that come and go, 100,000 events: the queue and the average over time of how many there are. */
function guests(seed: number): unknown {
  const { arrivals, stays } = randomStreams(seed, ['arrivals', 'stays']);
  let queue = emptyQueue<GuestEvent>();
  const present = startAverage(0, 0);
  schedule(queue, { kind: 'arrive', atNs: 0 });
  for (let taken = 0; taken < 100_000; taken++) {
    const event = takeEvent(queue);
    if (event === null) break;
    const { atNs, kind } = event;
    changeValue(present, atNs, present.value + (kind === 'arrive' ? 1 : -1));
    if (kind === 'arrive') {
      schedule(queue, { kind: 'arrive', atNs: atNs + Math.round(exponential(arrivals, 1e6)) });
      schedule(queue, { kind: 'leave', atNs: atNs + Math.round(drawWithMean(stays, 'lognormal', 200e6)) });
    }
    if (taken % 10_000 === 0) queue = copyQueue(queue);
  }
  return { queue, present, average: averageUntil(present, present.sinceNs + 1000), arrivals, stays };
}

/** 100,000 values in two lots, and both together. */
function statistics(seed: number): unknown {
  const { values } = randomStreams(seed, ['values']);
  const lots = [0, 1].map(() => {
    const moments = emptyMoments();
    const histogram = emptyHistogram();
    for (let drawn = 0; drawn < 50_000; drawn++) {
      const value = Math.floor(drawWithMean(values, 'pareto', 3e6) - 1.8e6);
      addToMoments(moments, value);
      recordValue(histogram, Math.max(value, 0));
    }
    return { moments, histogram };
  });
  const together = emptyHistogram();
  for (const { histogram } of lots) addHistogram(together, histogram);
  const moments = lots.map((lot) => lot.moments).reduce(mergedMoments);
  return {
    lots,
    moments,
    variance: varianceOf(moments),
    histogram: copyHistogram(together),
    buckets: bucketsOf(together),
    quantiles: Array.from({ length: 1001 }, (_, place) => quantileOf(together, place / 1000)),
  };
}

export const kernelRuns: Readonly<Record<string, Computation>> = {
  'the event queue and averages over time': guests,
  'moments and quantiles': statistics,
};
