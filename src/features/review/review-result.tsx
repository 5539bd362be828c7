import { CircleCheck, Table2 } from 'lucide-react';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { findingKey, type Finding, type Fix } from '#core/review/finding.ts';
import type { Review } from '#core/review/review-schema.ts';
import { rules } from '#core/review/rules.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import { FindingCard } from './finding-card.tsx';
import { byTable, rankCounts, rankWords } from './review-words.ts';
import styles from './review.module.css';

interface ReviewResultProps {
  readonly review: Review;
  /** The keys of findings that are meant so. */
  readonly dismissed: readonly string[];
  readonly isInTransaction: boolean;
  readonly canRun: boolean;
  readonly onRun: (fix: Fix) => void;
  readonly onReuse: (sql: string) => void;
  readonly onDismiss: (finding: Finding, isDismissed: boolean) => void;
}

export function ReviewResult({ review, dismissed, onDismiss, ...act }: ReviewResultProps) {
  const shown = review.findings.filter((finding) => !dismissed.includes(findingKey(finding)));
  const meant = review.findings.filter((finding) => dismissed.includes(findingKey(finding)));
  return (
    <>
      {shown.length === 0 ? <Nothing review={review} /> : <Counts findings={shown} />}
      {byTable(shown).map((findings) => (
        <TableFindings
          key={findings[0] === undefined ? '' : qualifiedName(findings[0].table)}
          findings={findings}
          onDismiss={(finding) => onDismiss(finding, true)}
          {...act}
        />
      ))}
      {meant.length > 0 && (
        <Disclosure summary={`${formatQuantity(meant.length, 'finding')} meant so`}>
          <ul className={styles.meant}>
            {meant.map((finding) => (
              <li key={findingKey(finding)}>
                <span>
                  <InlineCode text={finding.what} />
                </span>
                <Button variant="quiet" onClick={() => onDismiss(finding, false)}>
                  Show it again
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <LookedAt review={review} isOpen={shown.length === 0} />
    </>
  );
}

interface TableFindingsProps extends Omit<ReviewResultProps, 'review' | 'dismissed' | 'onDismiss'> {
  readonly findings: readonly Finding[];
  readonly onDismiss: (finding: Finding) => void;
}

function TableFindings({ findings, onDismiss, ...act }: TableFindingsProps) {
  const [first] = findings;
  if (first === undefined) return null;
  const name = qualifiedName(first.table);
  return (
    <section className={styles.table} aria-label={`Findings on ${name}`}>
      <header className={styles.tableHeader}>
        <Table2 aria-hidden="true" />
        <h3>{name}</h3>
      </header>
      <ul>
        {findings.map((finding) => (
          <FindingCard key={findingKey(finding)} finding={finding} onDismiss={() => onDismiss(finding)} {...act} />
        ))}
      </ul>
    </section>
  );
}

function Counts({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <p className={styles.counts}>
      {rankCounts(findings).map(({ rank, count }) => {
        const { icon, tone, word } = rankWords[rank];
        return (
          <Badge key={rank} icon={icon} tone={tone}>
            {count} × {word}
          </Badge>
        );
      })}
    </p>
  );
}

function Nothing({ review }: { readonly review: Review }) {
  return (
    <p className={styles.nothing}>
      <CircleCheck aria-hidden="true" />
      {review.tables === 0 ? 'There are no tables to review yet.' : 'Nothing to remark.'}
    </p>
  );
}

function LookedAt({ review, isOpen }: { readonly review: Review; readonly isOpen: boolean }) {
  const { tables, columns, asked, unanswered } = review;
  return (
    <Disclosure summary="What was looked at" isOpenAtFirst={isOpen}>
      <div className={styles.looked}>
        <p>
          {formatQuantity(tables, 'table')} with {formatQuantity(columns, 'column')}; the rows were asked{' '}
          {formatQuantity(asked, 'question')}
          {unanswered > 0 && `, and ${unanswered} of them had no answer, so nothing is said on those`}. Looked for:
        </p>
        <ul>
          {rules.map(({ id, looksFor }) => (
            <li key={id}>{looksFor}</li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
