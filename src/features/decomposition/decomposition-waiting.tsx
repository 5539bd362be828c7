import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { isSameObject } from '#core/catalog/object-name.ts';
import { isDecompositionStale } from '#state/normalization/decompose-slice.ts';
import type { Decomposition } from '#state/normalization/fresh-decompose.ts';
import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { Progress } from '#ui/progress.tsx';
import styles from './decomposition.module.css';

interface DecompositionWaitingProps {
  readonly relation: LiveRelation;
  /** Draws what was asked, once it is there. */
  readonly children: (decomposition: Decomposition) => ReactNode;
}

/** The violation at hand while the rows are asked about it, and what came of it. Nothing where none is at hand. */
export function DecompositionWaiting({ relation, children }: DecompositionWaitingProps) {
  const at = useAppStore((state) => state.decomposition);
  const isStale = useAppStore(isDecompositionStale);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  const hasFailed = useAppStore(({ transaction }) => transaction === 'failed');
  const choose = useAppStore((state) => state.chooseViolation);
  const stop = useAppStore((state) => state.stopRun);
  if (at.kind === 'none' || !isSameObject(at.table, relation.table)) return null;
  switch (at.kind) {
    case 'asking':
      return (
        <div className={styles.running}>
          <Progress label="Asking the rows" />
          <Button variant="quiet" onClick={() => void stop()}>
            Stop
          </Button>
        </div>
      );
    case 'failed':
      return (
        <p className={styles.problem} role="alert">
          <InlineCode text={at.message} />
        </p>
      );
    case 'ready':
      return (
        <>
          <div role="status" className={styles.status}>
            {isStale && (
              <p className={styles.stale}>
                <TriangleAlert aria-hidden="true" />
                <span>
                  {hasFailed ? (
                    <>
                      Your transaction has failed, and answers nothing more: <code>rollback</code> ends it.
                    </>
                  ) : (
                    'The database has changed since the rows were asked.'
                  )}
                </span>
                {!hasFailed && (
                  <Button
                    disabled={!isFree}
                    focusableWhenDisabled
                    onClick={() => void choose(at.dependency, at.dependency.kind)}
                  >
                    Ask again
                  </Button>
                )}
              </p>
            )}
          </div>
          {children(at.decomposition)}
        </>
      );
  }
}
