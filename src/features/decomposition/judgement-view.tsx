import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { writeNames } from '#core/catalog/name-tokens.ts';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import type { DesignJudgement, JudgedFinding, JudgedTable } from '#state/normalization/fresh-judge.ts';
import { isJudgementStale } from '#state/normalization/judge-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Badge } from '#ui/badge.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './decomposition.module.css';

/** The verdict on tables that the learner made: each one's form, the join, what is lost, and the rows that show it. */
export function JudgementView({ judgement }: { readonly judgement: DesignJudgement }) {
  const isStale = useAppStore(isJudgementStale);
  return (
    <>
      <div role="status" className={styles.status}>
        {isStale && (
          <p className={styles.stale}>
            <TriangleAlert aria-hidden="true" />
            <span>The database has changed since: judge it again.</span>
          </p>
        )}
      </div>
      {judgement.kind === 'unread' ? <Unread {...judgement} /> : <Verdict {...judgement} />}
    </>
  );
}

function Unread({ problems, missing }: Extract<DesignJudgement, { readonly kind: 'unread' }>) {
  const match = useAppStore((state) => state.matchColumn);
  return (
    <section className={styles.section} aria-label="Verdict">
      <h3 className={styles.title}>These tables cannot be judged yet</h3>
      <div role="alert">
        {problems.map((problem) => (
          <Finding key={problem} finding={{ words: problem, evidence: [] }} isGood={false} />
        ))}
      </div>
      {missing.length > 0 && (
        <div className={styles.fields}>
          {missing.map(({ attribute, candidates }) => (
            <ChoiceSelect
              key={attribute}
              label={`What was ${attribute} is now`}
              choices={[{ value: '', label: 'in no table' }, ...candidates.map((value) => ({ value, label: value }))]}
              chosen=""
              onChoose={(value) => void match(attribute, value === '' ? null : value)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function Verdict({ tables, lossy, lost, moved }: Extract<DesignJudgement, { readonly kind: 'read' }>) {
  return (
    <section className={styles.section} aria-label="Verdict">
      <h3 className={styles.title}>Verdict</h3>
      {tables.map((table) => (
        <TableVerdict key={objectKey(table.table)} judged={table} />
      ))}
      <Finding
        finding={
          lossy ?? {
            words: 'The split is lossless: whatever rows come, joining the tables gives them back.',
            evidence: [],
          }
        }
        isGood={lossy === null}
      />
      <Finding
        finding={
          moved ?? {
            words: 'Joined back, your tables give the rows that were there: none is lost, none invented.',
            evidence: [],
          }
        }
        isGood={moved === null}
      />
      {lost.length === 0 ? (
        <Finding finding={{ words: keptWords(tables), evidence: [] }} isGood />
      ) : (
        lost.map((each) => <Finding key={each.words} finding={each} isGood={false} />)
      )}
    </section>
  );
}

/** A key can guard only what a table in a good form says; whether the learner has declared it is another matter. */
function keptWords(tables: readonly JudgedTable[]): string {
  return tables.every(({ violations }) => violations.length === 0)
    ? 'Each dependency lies within one table, where a key can guard it.'
    : 'Each dependency lies within one table: none is lost.';
}

function TableVerdict({ judged: { table, form, keys, violations } }: { readonly judged: JudgedTable }) {
  return (
    <article className={styles.card}>
      <h4 className={styles.line}>
        <Badge
          tone={violations.length === 0 ? 'good' : 'waiting'}
          icon={violations.length === 0 ? CircleCheck : TriangleAlert}
        >
          {form}
        </Badge>
        <span className={styles.formula}>{qualifiedName(table)}</span>
        <span className={styles.against}>{keys.map((key) => `key (${writeNames(key)})`).join(' or ')}</span>
      </h4>
      {violations.map((violation) => (
        <Finding key={violation.words} finding={violation} isGood={false} />
      ))}
    </article>
  );
}

function Finding({
  finding: { words, evidence },
  isGood,
}: {
  readonly finding: JudgedFinding;
  readonly isGood: boolean;
}) {
  const Icon = isGood ? CircleCheck : CircleX;
  return (
    <div className={styles.finding} data-good={isGood}>
      <p className={styles.line}>
        <Icon className={styles.mark} aria-hidden="true" />
        <span>
          <InlineCode text={words} />
        </span>
      </p>
      {evidence.map((each) =>
        each.kind === 'rows' ? (
          <DataTable
            key={each.title}
            caption={each.title.replaceAll('`', '')}
            isCaptionShown
            columns={each.columns.map(({ name, kind }) => ({ name, kind }))}
            rows={each.rows}
            rowCount={each.rowCount}
          />
        ) : null,
      )}
    </div>
  );
}
