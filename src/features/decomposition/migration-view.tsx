import { CornerUpLeft, Play } from 'lucide-react';
import { scriptOf } from '#core/catalog/ddl/ddl-statement.ts';
import type { TransactionStatus } from '#core/engine/outcome.ts';
import type { Migration } from '#core/normalization/migration/migration-ground.ts';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './decomposition.module.css';

interface MigrationViewProps {
  readonly migration: Migration;
  readonly canRun: boolean;
  readonly transaction: TransactionStatus;
  readonly failure: string | null;
  readonly onRun: () => void;
  readonly onReuse: (sql: string) => void;
}

/** The statements of the split, what is to be known of them, and the way to run them. */
export function MigrationView({ migration, canRun, transaction, failure, onRun, onReuse }: MigrationViewProps) {
  const script = scriptOf(migration.statements);
  return (
    <section className={styles.section} aria-label="The migration">
      {migration.notes.length > 0 && (
        <ul className={styles.notes}>
          {migration.notes.map((note) => (
            <li key={note}>
              <InlineCode text={note} />
            </li>
          ))}
        </ul>
      )}
      <CodeBlock label="SQL of the split" text={script} />
      <p className={styles.note}>{transactionWords[transaction]}</p>
      <div className={styles.actions}>
        <Button variant="primary" disabled={!canRun} focusableWhenDisabled onClick={onRun}>
          <Play aria-hidden="true" />
          Run the split
        </Button>
        <Button variant="quiet" onClick={() => onReuse(script)}>
          <CornerUpLeft aria-hidden="true" />
          Put into the editor
        </Button>
      </div>
      {failure !== null && (
        <p className={styles.problem} role="alert">
          The split did not run: {failure}. Nothing was changed.
        </p>
      )}
    </section>
  );
}

const transactionWords: Readonly<Record<TransactionStatus, string>> = {
  idle: 'Run as one: either all of it is done, or nothing. Undo takes it back.',
  open: 'You have a transaction open: this runs inside it, and is yours to commit or roll back.',
  failed: 'Your transaction has failed. Run rollback first, then split.',
};
