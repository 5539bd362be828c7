import { failureText } from '#core/engine/failure-text.ts';
import { showAnomalies } from '#core/normalization/anomalies/anomalies.ts';
import type { Anomaly } from '#core/normalization/anomalies/anomaly-ground.ts';
import { obstaclesOf, planMigration } from '#core/normalization/migration/migration.ts';
import { proposePartNames } from '#core/normalization/migration/part-names.ts';
import { err, ok } from '#core/shared/result.ts';
import type { SliceContext } from '#state/app-state.ts';
import { manyQuestions } from '#state/schema-lab/ask-database.ts';
import { freshDecompose, freshMigrationChoice, type AnomaliesState, type Decomposition } from './fresh-decompose.ts';

export interface AnomaliesSlice {
  /** Of the violation that is taken on. */
  readonly anomalies: AnomaliesState;
  /** Tries to insert, update and delete, on the table and on what the split would make of it; nothing of it remains. */
  readonly tryAnomalies: () => Promise<void>;
}

export function createAnomaliesSlice(context: SliceContext): AnomaliesSlice {
  const { set, get, session, during } = context;

  const tryOn = async (of: Decomposition): Promise<void> => {
    const database = session.lesson;
    if (database === null) return;
    let anomalies: readonly Anomaly[] = [];
    const show = (state: AnomaliesState): void => {
      const { decomposition } = get();
      const isWanted = decomposition.kind === 'ready' && decomposition.decomposition === of;
      if (session.lesson === database && isWanted) set({ anomalies: state });
    };
    show({ kind: 'running', of, anomalies });
    const [obstacle] = obstaclesOf(of, 'alter');
    const names = proposePartNames(of.catalog, of.table, of.split);
    const found = await showAnomalies({
      ...of,
      migration: obstacle === undefined ? ok(planMigration(of, { ...freshMigrationChoice, ...names })) : err(obstacle),
      ask: manyQuestions(context, database),
      onAnomaly: (anomaly) => {
        anomalies = [...anomalies, anomaly];
        show({ kind: 'running', of, anomalies });
      },
    });
    if (found.ok) return show({ kind: 'ready', of, anomalies: found.value });
    const advice = get().transaction === 'failed' ? ' End the failed transaction with ROLLBACK, then try again.' : '';
    show({
      kind: 'failed',
      of,
      anomalies,
      message: `It was not tried to the end: ${failureText(found.error).replace(/\.$/, '')}. Nothing of it remains.${advice}`,
    });
  };

  return {
    anomalies: freshDecompose.anomalies,
    tryAnomalies: async () => {
      const { decomposition, anomalies } = get();
      if (decomposition.kind !== 'ready' || anomalies.kind === 'running') return;
      await during('probe', () => tryOn(decomposition.decomposition));
    },
  };
}
