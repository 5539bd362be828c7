import { Ban, Check, CircleHelp } from 'lucide-react';
import type { Showing } from '#core/normalization/anomalies/anomaly-ground.ts';
import type { Trial } from '#core/normalization/anomalies/trial.ts';
import { Badge } from '#ui/badge.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './decomposition.module.css';

interface ShowingViewProps {
  /** Where it was tried: `On order_lines`, `After the split`. */
  readonly title: string;
  /** What was tried, so that the same title is told apart elsewhere on the page. */
  readonly about: string;
  readonly showing: Showing;
}

/** One statement that was really run: what PostgreSQL said, the rows before and after, and what that means. */
export function ShowingView({ title, about, showing }: ShowingViewProps) {
  const { trial } = showing;
  return (
    <section className={styles.showing} aria-label={`${about}: ${title}`}>
      <h4 className={styles.subtitle}>{title}</h4>
      {showing.kind === 'impossible' && (
        <p className={styles.line}>
          <CircleHelp className={styles.mark} aria-hidden="true" />
          <span>
            <InlineCode text={showing.reason} />
          </span>
        </p>
      )}
      {trial !== null && <TrialView trial={trial} />}
      {showing.kind === 'shown' && (
        <p className={styles.words}>
          <InlineCode text={showing.words} />
        </p>
      )}
    </section>
  );
}

function TrialView({ trial: { statement, answer, before, after } }: { readonly trial: Trial }) {
  return (
    <>
      <CodeBlock label="The statement" text={`${statement};`} />
      {answer.kind === 'done' ? (
        <p>
          <Badge tone="good" icon={Check}>
            accepted
          </Badge>{' '}
          {formatQuantity(answer.rows, 'row')}
        </p>
      ) : (
        <p className={styles.said}>
          <Badge icon={Ban}>refused</Badge> {answer.failure.message} <code>{answer.failure.sqlState}</code>
        </p>
      )}
      {before.rowCount > 0 && (
        <DataTable
          caption="Before"
          isCaptionShown
          columns={bare(before.columns)}
          rows={before.rows}
          rowCount={before.rowCount}
        />
      )}
      {after !== null && (
        <DataTable
          caption={before.rowCount > 0 ? 'After' : 'After; before there was no such row'}
          isCaptionShown
          columns={bare(after.columns)}
          rows={after.rows}
          rowCount={after.rowCount}
        />
      )}
    </>
  );
}

/** There is no room for types in a table of a few rows. */
function bare(columns: Trial['before']['columns']) {
  return columns.map(({ name, kind }) => ({ name, kind }));
}
