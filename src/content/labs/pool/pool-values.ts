import { type DistributionName, distributionNames } from '#core/shared/distributions.ts';
import type { PoolParams, WaiterChoice } from '#core/pool/pool-params.ts';
import type { LabValues } from '#content/labs/lab-card.ts';

const waiterChoices: readonly WaiterChoice[] = ['random', 'first', 'last'];

/** The parameters of values that the card has found complete and within their ranges. */
export function poolParams(values: LabValues): PoolParams {
  const number = (path: string) => Number(values[path]);
  return {
    maxOpen: number('maxOpen'),
    maxIdle: number('maxIdle'),
    maxLifetimeMs: number('maxLifetimeMs'),
    maxIdleTimeMs: number('maxIdleTimeMs'),
    arrivalsPerS: number('arrivalsPerS'),
    holdMs: { mean: number('holdMs.mean'), distribution: distributionOf(values['holdMs.distribution']) },
    connectMs: number('connectMs'),
    waiters: waiterChoices.find((choice) => choice === values['waiters']) ?? 'random',
    timeoutMs: number('timeoutMs'),
    leakFraction: number('leakFraction'),
    slowFraction: number('slowFraction'),
    slowMs: number('slowMs'),
    outageAtS: number('outageAtS'),
    outageForS: number('outageForS'),
    applications: number('applications'),
    poolerSize: number('poolerSize'),
    maxConnections: number('maxConnections'),
    cores: number('cores'),
    overheadPercent: number('overheadPercent'),
    forS: number('forS'),
  };
}

function distributionOf(value: unknown): DistributionName {
  return distributionNames.find((name) => name === value) ?? 'exponential';
}
