import { Minus } from 'lucide-react';
import { qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import styles from './diagram-view.module.css';

interface DiagramNotesProps {
  /** What is no longer in the picture: by what is drawn, and by the last run. */
  readonly dropped: { readonly drawn: readonly string[]; readonly run: readonly string[] };
  /** A relation is being drawn from here, by key. */
  readonly relatingFrom: ObjectName | null;
  readonly onGiveUp: () => void;
}

/** Lines above the picture: what is gone from it, and what is being done in it. */
export function DiagramNotes({ dropped, relatingFrom, onGiveUp }: DiagramNotesProps) {
  const { drawn, run } = dropped;
  if (relatingFrom === null && drawn.length + run.length === 0) return null;
  return (
    <div className={styles.notes}>
      {relatingFrom !== null && (
        <p>
          Relation from <b>{qualifiedName(relatingFrom)}</b>: press the other table, or go to it by the arrow keys and
          press Enter.{' '}
          <Button variant="quiet" onClick={onGiveUp}>
            Give up
          </Button>
        </p>
      )}
      {drawn.length > 0 && (
        <p>
          <Badge tone="waiting" icon={Minus}>
            drawn away, not run
          </Badge>{' '}
          {drawn.map((name) => (
            <s key={name}>{name}</s>
          ))}
        </p>
      )}
      {run.length > 0 && (
        <p>
          <Badge tone="changed" icon={Minus}>
            dropped
          </Badge>{' '}
          {run.map((name) => (
            <s key={name}>{name}</s>
          ))}
        </p>
      )}
    </div>
  );
}
