import {
  addHistogram,
  emptyHistogram,
  histogramSince,
  type QuantileHistogram,
  recordValue,
} from '#core/shared/quantile-histogram.ts';
import type { PoolState } from './pool-state.ts';

/** How long requests waited in line. */
export interface Waits {
  readonly waits: QuantileHistogram;
  readonly totalNs: number;
}

/**
 * Of the requests that got a connection or gave up since an earlier moment, and of those that are still in line: their
 * wait so far, which is the least that it can come to. Without them a line that only grows would hardly show.
 */
export function waitsSince(state: PoolState, since: PoolState | null): Waits {
  const { counters, nowNs, pools, requests } = state;
  const finished = since === null ? state.waits : histogramSince(state.waits, since.waits);
  let totalNs = counters.waitOfServedNs - (since?.counters.waitOfServedNs ?? 0);
  if (pools.every(({ line }) => line.count === 0)) return { waits: finished, totalNs };
  const waits = emptyHistogram();
  for (const request of requests.items) {
    if (request?.place !== 'waiting') continue;
    const waitedNs = nowNs - request.waitingSinceNs;
    recordValue(waits, waitedNs);
    totalNs += waitedNs;
  }
  addHistogram(waits, finished);
  return { waits, totalNs };
}
