import type { ReactNode } from 'react';
import { writeDependency, type WrittenDependency } from '#core/relational/dependency-text.ts';
import { Button } from '#ui/button.tsx';
import styles from './discovery.module.css';

interface FindingLineProps {
  readonly dependency: WrittenDependency;
  /** In its place for what is not written with an arrow. */
  readonly text?: string | undefined;
  readonly note?: ReactNode;
  /** Null where there is nothing to state: it is known already. */
  readonly onState: (() => void) | null;
  /** Other things to be done about it. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** One dependency, and what can be done about it. */
export function FindingLine({ dependency, text, note, onState, actions, children }: FindingLineProps) {
  const words = text ?? writeDependency(dependency, 'reading');
  return (
    <li className={styles.finding}>
      <div className={styles.line}>
        <code className={styles.theory}>{words}</code>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        <span className={styles.actions}>
          {actions}
          {onState !== null && (
            <Button variant="quiet" data-states aria-label={`State it: ${words}`} onClick={onState}>
              State it
            </Button>
          )}
        </span>
      </div>
      {children}
    </li>
  );
}
