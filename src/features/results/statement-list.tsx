import { CircleCheck, CircleDashed, CircleStop, CircleX } from 'lucide-react';
import type { StatementOutcome } from '#core/engine/outcome.ts';
import { statementWords } from '#core/engine/statement-words.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatDuration } from '#ui/format-quantity.ts';
import styles from './results.module.css';
import { StatementResult } from './statement-result.tsx';
import { oneLine } from './run-words.ts';

interface StatementListProps {
  readonly statements: readonly StatementOutcome[];
}

const icons = { done: CircleCheck, failed: CircleX, stopped: CircleStop, skipped: CircleDashed };

/** Several statements, a line each; the last that returned rows stands open. */
export function StatementList({ statements }: StatementListProps) {
  const openPlace = statements.findLastIndex((statement) => statement.kind === 'done' && statement.result !== null);
  return (
    <ol className={styles.statements}>
      {statements.map((statement, place) => (
        <li key={place} data-kind={kindOf(statement)}>
          {hasMore(statement) ? (
            <Disclosure summary={<Line number={place + 1} statement={statement} />} isOpenAtFirst={place === openPlace}>
              <StatementResult statement={statement} />
            </Disclosure>
          ) : (
            <div className={styles.closed}>
              <Line number={place + 1} statement={statement} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** To have been stopped is no failure of the statement's own. */
function kindOf(statement: StatementOutcome): keyof typeof icons {
  return statement.kind === 'failed' && statement.failure.kind === 'stopped' ? 'stopped' : statement.kind;
}

type StatementWithMore = Exclude<StatementOutcome, { kind: 'skipped' }>;

function hasMore(statement: StatementOutcome): statement is StatementWithMore {
  if (statement.kind === 'skipped') return false;
  return statement.notices.length > 0 || (statement.kind === 'done' && statement.result !== null);
}

function Line({ number, statement }: { readonly number: number; readonly statement: StatementOutcome }) {
  const Icon = icons[kindOf(statement)];
  return (
    <span className={styles.line}>
      <Icon aria-hidden="true" />
      <span className={styles.number}>{number}</span>
      <code>{oneLine(statement.sql)}</code>
      <span className={styles.words}>{statementWords(statement)}</span>
      <span className={styles.duration}>{statement.kind !== 'skipped' && formatDuration(statement.durationMs)}</span>
    </span>
  );
}
