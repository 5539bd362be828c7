import { adaptPool } from '#core/pool/adapt-pool.ts';
import type { PoolEvent } from '#core/pool/pool-events.ts';
import { poolMetrics } from '#core/pool/pool-metrics.ts';
import { poolModel } from '#core/pool/pool-model.ts';
import type { PoolParams } from '#core/pool/pool-params.ts';
import type { PoolState } from '#core/pool/pool-state.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { FieldProblem } from '#content/labs/lab-card.ts';
import type { LabKind } from '#content/labs/lab-kind.ts';
import { simulatedLab } from '#content/labs/simulated-lab.ts';
import { poolCard } from './pool-card.ts';
import { poolFrame } from './pool-frame.ts';
import { poolSeries, poolTotals } from './pool-series.ts';
import { poolSizes } from './pool-sweep.ts';
import { poolParams } from './pool-values.ts';
import { poolWords } from './pool-words.ts';

export const poolKind: LabKind = simulatedLab<PoolParams, PoolState, PoolEvent>({
  card: poolCard,
  read: poolParams,
  model: poolModel,
  adapt,
  metrics: poolMetrics,
  totals: poolTotals,
  series: poolSeries,
  describe: poolWords,
  frame: poolFrame,
  sweep: (id, values) => (id === 'pool-size' ? poolSizes(values) : []),
});

function adapt(state: PoolState, from: PoolParams, to: PoolParams): Result<PoolState, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const keep = (path: 'applications' | 'forS') => {
    if (from[path] === to[path]) return;
    problems.push({ path, message: `cannot change in mid-run: it stays ${from[path]}; found ${to[path]}` });
  };
  keep('applications');
  keep('forS');
  if ((from.poolerSize === 0) !== (to.poolerSize === 0)) {
    const message = 'cannot be put in or taken away in mid-run: connections would have to be opened anew';
    problems.push({ path: 'poolerSize', message });
  }
  return problems.length > 0 ? err(problems) : ok(adaptPool(state, from, to));
}
