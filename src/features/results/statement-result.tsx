import { Check } from 'lucide-react';
import type { StatementOutcome } from '#core/engine/outcome.ts';
import { statementWords } from '#core/engine/statement-words.ts';
import { formatDuration } from '#ui/format-quantity.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown-table.ts';
import { NoticeList } from './notice-list.tsx';
import { ResultGrid } from './result-grid.tsx';
import styles from './results.module.css';
import { oneLine, rowsText } from './run-words.ts';

type RunStatement = Exclude<StatementOutcome, { kind: 'skipped' }>;

/** All that one statement answered: its rows, or what it did, and what PostgreSQL remarked on. */
export function StatementResult({ statement }: { readonly statement: RunStatement }) {
  const result = statement.kind === 'done' ? statement.result : null;
  if (result === null) {
    return (
      <div className={styles.result}>
        {statement.kind === 'done' && <Done words={statementWords(statement)} durationMs={statement.durationMs} />}
        <NoticeList notices={statement.notices} />
      </div>
    );
  }
  const affected =
    statement.kind === 'done' && statement.affectedRows !== null ? `${statementWords(statement)} · ` : '';
  return (
    <div className={styles.result}>
      <NoticeList notices={statement.notices} />
      <div className={styles.tools}>
        <span>
          {affected}
          {rowsText(result)} · {formatDuration(statement.durationMs)}
        </span>
        <CopyButton format="CSV" makeText={() => toCsv(result)} />
        <CopyButton format="Markdown" makeText={() => toMarkdown(result)} />
      </div>
      <ResultGrid label={`Rows of ${oneLine(statement.sql).slice(0, 80)}`} result={result} />
    </div>
  );
}

function Done({ words, durationMs }: { readonly words: string; readonly durationMs: number }) {
  return (
    <p className={styles.done}>
      <Check aria-hidden="true" />
      {words} <span>· {formatDuration(durationMs)}</span>
    </p>
  );
}
