import { CircleCheck, CircleX } from 'lucide-react';
import { failureText } from '#core/engine/failure-text.ts';
import type { RunOutcome, StatementOutcome } from '#core/engine/outcome.ts';
import { statementWords } from '#core/engine/statement-words.ts';
import type { ExperimentSide } from '#core/type-experiments/experiment.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { DataTable } from '#ui/data-table.tsx';
import styles from './types.module.css';

interface SideViewProps {
  readonly side: ExperimentSide;
  /** What PostgreSQL said; null before it was asked. */
  readonly outcome: RunOutcome | null;
}

/** One side of an experiment: what is run, and what came of it. */
export function SideView({ side, outcome }: SideViewProps) {
  const last = outcome?.statements.findLast(({ kind }) => kind !== 'skipped');
  return (
    <section className={styles.side} aria-label={side.label}>
      <h4>{side.label}</h4>
      <CodeBlock label={`SQL of ${side.label}`} text={side.sql} />
      {last !== undefined && <Said statement={last} label={side.label} />}
    </section>
  );
}

function Said({ statement, label }: { readonly statement: StatementOutcome; readonly label: string }) {
  if (statement.kind === 'failed') {
    const { failure } = statement;
    return (
      <p className={styles.refused}>
        <CircleX aria-hidden="true" />
        <span>
          {failure.kind === 'statement' ? (
            <>
              Refused: <code>{failure.sqlState}</code> {failure.message}
            </>
          ) : (
            failureText(failure)
          )}
        </span>
      </p>
    );
  }
  if (statement.kind === 'done' && statement.result !== null) {
    const { columns, rows, rowCount } = statement.result;
    return <DataTable caption={`What ${label} says`} columns={columns} rows={rows} rowCount={rowCount} />;
  }
  return (
    <p className={styles.accepted}>
      <CircleCheck aria-hidden="true" />
      {statementWords(statement)}
      {statement.kind === 'done' && statement.affectedRows === null && ', no row written'}
    </p>
  );
}
