import { Trash2, TriangleAlert } from 'lucide-react';
import type { StatedDependency } from '#state/normalization/normalization-slice.ts';
import { Button } from '#ui/button.tsx';
import { dependencyText } from './dependency-words.ts';
import styles from './dependencies.module.css';

interface StaleListProps {
  readonly stale: readonly StatedDependency[];
  readonly onRemove: (stale: readonly StatedDependency[]) => void;
}

/** What was stated of columns that are not there any more: kept, since they may come back by an undo. */
export function StaleList({ stale, onRemove }: StaleListProps) {
  return (
    <div className={styles.stale}>
      <p>
        <TriangleAlert aria-hidden="true" />
        Stated of columns that this table has no more. They do not count, and come back with their columns.
      </p>
      <ul className={styles.staleList} aria-label="Dependencies of columns that are gone">
        {stale.map((dependency, place) => (
          <li key={place}>
            <code>{dependencyText(dependency, dependency.kind)}</code>
          </li>
        ))}
      </ul>
      <Button variant="quiet" onClick={() => onRemove(stale)}>
        <Trash2 aria-hidden="true" />
        {stale.length === 1 ? 'Drop it' : `Drop all ${stale.length}`}
      </Button>
    </div>
  );
}
