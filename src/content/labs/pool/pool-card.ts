import type { FieldProblem, LabCard, LabValues } from '#content/labs/lab-card.ts';
import { mostEvents } from '#core/shared/simulation/simulation-run.ts';
import type { PoolParams } from '#core/pool/pool-params.ts';
import { poolFields } from './pool-fields.ts';
import { poolEventCards, poolMetricCards, poolSeriesCards } from './pool-figures.ts';
import { poolSweeps } from './pool-sweep-card.ts';
import { poolParams } from './pool-values.ts';

export const poolCard: LabCard = {
  kind: 'pool',
  title: 'Connection pool',
  summary: 'How many connections does it take, and what happens when there are too few, or too many?',
  fields: poolFields,
  // Five are in use on average, so that six are just enough: a line forms and goes again.
  example: { arrivalsPerS: 100, 'holdMs.mean': 50, maxOpen: 6, maxIdle: 2, connectMs: 5, forS: 60 },
  metrics: poolMetricCards,
  mainMetric: 'p99WaitMs',
  alarm: 'lostFraction',
  series: poolSeriesCards,
  events: poolEventCards,
  sweeps: poolSweeps,
  fixedInForks: ['applications', 'forS'],
  check: problemsOf,
};

/** So many events or a little fewer: a request arrives, its query ends, and often enough a connection is opened for it. */
export function estimatedEvents(params: PoolParams): number {
  const keepsAll = params.maxOpen > 0 && params.maxIdle >= params.maxOpen;
  const perRequest = params.connectMs === 0 || keepsAll ? 2 : 3;
  const cleaners = params.maxIdleTimeMs > 0 || params.maxLifetimeMs > 0 ? params.applications : 0;
  return (params.arrivalsPerS * perRequest + cleaners) * params.forS;
}

function problemsOf(values: LabValues): readonly FieldProblem[] {
  const params = poolParams(values);
  const problems: FieldProblem[] = [];
  const events = estimatedEvents(params);
  if (events > mostEvents) {
    const longestS = Math.floor((mostEvents / events) * params.forS * 10) / 10;
    problems.push({
      path: 'forS',
      message: `must be at most ${numeral(longestS)} with so many requests, as a run has at most 10 million events; found ${numeral(params.forS)}`,
    });
  }
  const { maxConnections, poolerSize } = params;
  if (poolerSize > 0 && maxConnections > 0 && poolerSize > maxConnections) {
    problems.push({
      path: 'poolerSize',
      message: `must be at most ${numeral(maxConnections)}, the connections that the server accepts; found ${numeral(poolerSize)}`,
    });
  }
  return problems;
}

function numeral(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 20 });
}
