import { nsPerMs, nsPerS } from '#core/shared/simulation/model.ts';
import type { PoolParams } from './pool-params.ts';

/** The parameters as the model reads them: times in whole nanoseconds, 0 for none. */
export interface PoolRules {
  readonly params: PoolParams;
  readonly maxOpen: number;
  /** Cut to `maxOpen`, as Go cuts it. */
  readonly maxIdle: number;
  readonly maxLifetimeNs: number;
  readonly maxIdleTimeNs: number;
  readonly connectNs: number;
  readonly timeoutNs: number;
  readonly slowNs: number;
  readonly outageAtNs: number;
  readonly outageEndNs: number;
  readonly endNs: number;
}

export function poolRules(params: PoolParams): PoolRules {
  const { maxOpen, maxIdle } = params;
  const outageAtNs = Math.round(params.outageAtS * nsPerS);
  return {
    params,
    maxOpen,
    maxIdle: maxOpen > 0 ? Math.min(maxIdle, maxOpen) : maxIdle,
    maxLifetimeNs: inNs(params.maxLifetimeMs),
    maxIdleTimeNs: inNs(params.maxIdleTimeMs),
    connectNs: inNs(params.connectMs),
    timeoutNs: inNs(params.timeoutMs),
    slowNs: inNs(params.slowMs),
    outageAtNs,
    outageEndNs: outageAtNs + Math.round(params.outageForS * nsPerS),
    endNs: Math.round(params.forS * nsPerS),
  };
}

/** The shorter of the two limits of time that are set, by which the cleaner comes; 0 when neither is. */
export function shortestLimitNs({ maxIdleTimeNs, maxLifetimeNs }: PoolRules): number {
  if (maxIdleTimeNs === 0) return maxLifetimeNs;
  if (maxLifetimeNs === 0) return maxIdleTimeNs;
  return Math.min(maxIdleTimeNs, maxLifetimeNs);
}

function inNs(ms: number): number {
  return Math.round(ms * nsPerMs);
}
