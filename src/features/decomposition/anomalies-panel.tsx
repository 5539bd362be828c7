import { FlaskConical, Table2 } from 'lucide-react';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import { isDecompositionStale } from '#state/normalization/decompose-slice.ts';
import type { Decomposition } from '#state/normalization/fresh-decompose.ts';
import { relationOf } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { Progress } from '#ui/progress.tsx';
import { AnomalyCard } from './anomaly-card.tsx';
import { DecompositionWaiting } from './decomposition-waiting.tsx';
import { RedundancyView } from './redundancy-view.tsx';
import { ViolationPicker } from './violation-picker.tsx';
import styles from './decomposition.module.css';

/** What a violation costs: what the table says again, and what goes wrong when rows come, change and go. */
export function AnomaliesPanel() {
  const relation = useAppStore(relationOf);
  if (relation === null) {
    return (
      <EmptyState icon={Table2} title="No table yet">
        Create one and fill it: what goes wrong in it is tried here.
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel} key={objectKey(relation.table)}>
      <ViolationPicker relation={relation} purpose="see what it costs" />
      <DecompositionWaiting relation={relation}>
        {(decomposition) => (
          <>
            <RedundancyView decomposition={decomposition} />
            {decomposition.facts.rows > decomposition.facts.withoutDeterminant ? (
              <Tries decomposition={decomposition} />
            ) : (
              <p className={styles.note}>
                There are no facts to try anything with yet: insert a few rows, then ask again.
              </p>
            )}
          </>
        )}
      </DecompositionWaiting>
    </div>
  );
}

function Tries({ decomposition }: { readonly decomposition: Decomposition }) {
  const anomalies = useAppStore((state) => state.anomalies);
  const tryAnomalies = useAppStore((state) => state.tryAnomalies);
  const stop = useAppStore((state) => state.stopRun);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  const isStale = useAppStore(isDecompositionStale);
  const own = anomalies.kind !== 'none' && anomalies.of === decomposition ? anomalies : null;
  const isRunning = own?.kind === 'running';
  return (
    <section className={styles.section} aria-label="Anomalies">
      <div className={styles.bar}>
        <p className={styles.note}>
          A real insert, update and delete with this table’s own rows, then the same on the tables that the split would
          make. All of it is rolled back.
        </p>
        <Button
          variant={own === null ? 'primary' : 'plain'}
          disabled={!isFree || isRunning || isStale}
          focusableWhenDisabled
          onClick={() => void tryAnomalies()}
        >
          <FlaskConical aria-hidden="true" />
          {own === null ? 'Show me' : 'Try again'}
        </Button>
      </div>
      {isRunning && (
        <div className={styles.running}>
          <Progress label="Trying, and putting back" fraction={own.anomalies.length / 3} />
          <Button variant="quiet" onClick={() => void stop()}>
            Stop
          </Button>
        </div>
      )}
      {own?.kind === 'failed' && (
        <p className={styles.problem} role="alert">
          <InlineCode text={own.message} />
        </p>
      )}
      {own?.anomalies.map((anomaly) => (
        <AnomalyCard key={anomaly.kind} anomaly={anomaly} table={qualifiedName(decomposition.table)} />
      ))}
      <p role="status" className={styles.note}>
        {own?.kind === 'ready' && 'Tried and rolled back: your tables are as they were.'}
      </p>
    </section>
  );
}
