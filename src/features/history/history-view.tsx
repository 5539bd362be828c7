import { CircleCheck, CircleStop, PencilLine, CircleX, CornerUpLeft, History } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatDuration } from '#ui/format-quantity.ts';
import type { HistoryEntry } from '#state/stored-state.ts';
import { clockTime, firstLine, fullTime, outcomeWords } from './history-words.ts';
import styles from './history-view.module.css';

interface HistoryViewProps {
  /** Oldest first, as they were run. */
  readonly entries: readonly HistoryEntry[];
  readonly onReuse: (sql: string) => void;
}

/** What was run in this lesson, newest first; each opens to its whole text, which can go back into the editor. */
export function HistoryView({ entries, onReuse }: HistoryViewProps) {
  if (entries.length === 0) {
    return (
      <EmptyState icon={History} title="No runs yet">
        Whatever you run in this lesson is kept here, so that you can take it up again.
      </EmptyState>
    );
  }
  return (
    <ol className={styles.history} reversed>
      {entries.toReversed().map((entry) => (
        <li key={entry.id} data-outcome={entry.outcome}>
          <Disclosure summary={<Line entry={entry} />}>
            <div className={styles.whole}>
              <pre>{entry.sql}</pre>
              <Button onClick={() => onReuse(entry.sql)}>
                <CornerUpLeft aria-hidden="true" />
                Put into the editor
              </Button>
            </div>
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}

const icons = { ok: CircleCheck, failed: CircleX, stopped: CircleStop, replaced: PencilLine };

function Line({ entry }: { readonly entry: HistoryEntry }) {
  const Icon = icons[entry.outcome];
  return (
    <span className={styles.line}>
      <time dateTime={new Date(entry.atMs).toISOString()} title={fullTime(entry.atMs)}>
        {clockTime(entry.atMs)}
      </time>
      <Icon aria-hidden="true" />
      <code>{firstLine(entry.sql)}</code>
      <span className={styles.words}>{outcomeWords(entry)}</span>
      <span className={styles.duration}>{formatDuration(entry.durationMs)}</span>
    </span>
  );
}
