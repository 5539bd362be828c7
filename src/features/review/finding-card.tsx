import { EyeOff } from 'lucide-react';
import { fixScript, type Finding, type Fix } from '#core/review/finding.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { FixChoice } from './fix-choice.tsx';
import { rankWords } from './review-words.ts';
import styles from './review.module.css';

interface FindingCardProps {
  readonly finding: Finding;
  /** A transaction of the learner is open: a fix becomes a part of it. */
  readonly isInTransaction: boolean;
  readonly canRun: boolean;
  readonly onRun: (fix: Fix) => void;
  readonly onReuse: (sql: string) => void;
  readonly onDismiss: () => void;
}

/** What was found, why it bites, the rows that show it, and what to do about it. */
export function FindingCard({ finding, isInTransaction, canRun, onRun, onReuse, onDismiss }: FindingCardProps) {
  const { rank, what, why, evidence, fixes, advice } = finding;
  const { word, icon, tone } = rankWords[rank];
  return (
    <li className={styles.finding} data-rank={rank}>
      <p className={styles.what}>
        <Badge tone={tone} icon={icon}>
          {word}
        </Badge>
        <span>
          <InlineCode text={what} />
        </span>
      </p>
      <p className={styles.why}>
        <InlineCode text={why} />
      </p>
      {evidence !== null && (
        <DataTable
          caption={evidence.caption}
          isCaptionShown
          columns={evidence.rows.columns}
          rows={evidence.rows.rows}
          rowCount={evidence.rows.rowCount}
        />
      )}
      {advice !== null && (
        <p className={styles.why}>
          <InlineCode text={advice} />
        </p>
      )}
      <div className={styles.ways}>
        {fixes.length > 0 && (
          <Disclosure
            summary={fixes.length === 1 ? `The fix: ${fixes[0]?.label ?? ''}` : `${fixes.length} ways to fix it`}
          >
            {fixes.map((fix) => {
              const script = fixScript(fix, isInTransaction);
              return (
                <FixChoice
                  key={fix.label}
                  label={fixes.length === 1 ? null : fix.label}
                  script={script}
                  canRun={canRun}
                  onRun={() => onRun(fix)}
                  onReuse={() => onReuse(script)}
                />
              );
            })}
          </Disclosure>
        )}
        <Button variant="quiet" onClick={onDismiss}>
          <EyeOff aria-hidden="true" />
          It is meant so
        </Button>
      </div>
    </li>
  );
}
