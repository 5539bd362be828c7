import { FileMinus, FilePlus, FilePen } from 'lucide-react';
import { diffCatalogs } from '#core/catalog/diff.ts';
import type { ImportPlan } from '#state/schema-lab/import-report.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import { planLines, type PlanLine } from './plan-lines.ts';
import styles from './schema-file.module.css';

interface ImportPlanViewProps {
  readonly plan: ImportPlan;
  /** The database has changed since it was looked at first. */
  readonly hasChanged: boolean;
  readonly canTake: boolean;
  readonly onTake: () => void;
  readonly onClear: () => void;
}

const badges = {
  new: { icon: FilePlus, tone: 'good', word: 'new' },
  changed: { icon: FilePen, tone: 'changed', word: 'changed' },
  dropped: { icon: FileMinus, tone: 'bad', word: 'dropped' },
} as const;

/** What a script would do, before any of it is done. */
export function ImportPlanView({ plan, hasChanged, canTake, onTake, onClear }: ImportPlanViewProps) {
  const lines = planLines(diffCatalogs(plan.before, plan.after));
  const drops = lines.filter(({ change }) => change === 'dropped').length;
  return (
    <section className={styles.plan} aria-label="What it would do">
      <p role="status">
        {hasChanged && <strong>Your database has changed since you looked: look at it again. </strong>}
        {formatQuantity(plan.statements, 'statement')} of {plan.name} {plan.statements === 1 ? 'runs' : 'run'}. So far
        nothing is changed.
      </p>
      {lines.length === 0 ? (
        <p className={styles.note}>They leave the schema as it is.</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <PlanRow key={`${line.change} ${line.name}`} line={line} />
          ))}
        </ul>
      )}
      {plan.passedOver.length > 0 && (
        <Disclosure
          summary={`${formatQuantity(plan.passedOver.length, 'statement')} passed over`}
          isOpenAtFirst={plan.passedOver.length < 4}
        >
          <ul className={styles.passed}>
            {plan.passedOver.map(({ line, statement, reason }) => (
              <li key={line}>
                Line {line}: <code>{statement}</code> — {reason}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <div className={styles.actions}>
        <Button variant="primary" disabled={!canTake} focusableWhenDisabled onClick={onTake}>
          Take it over
        </Button>
        <Button variant="quiet" onClick={onClear}>
          Not now
        </Button>
        <span className={styles.note}>
          {drops > 0 ? `${formatQuantity(drops, 'thing')} of yours would go; ` : ''}Undo takes it all back.
        </span>
      </div>
    </section>
  );
}

function PlanRow({ line }: { readonly line: PlanLine }) {
  const { icon, tone, word } = badges[line.change];
  return (
    <li>
      <Badge icon={icon} tone={tone}>
        {word}
      </Badge>
      <strong>{line.name}</strong>
      {line.details.map((detail) => (
        <span key={detail} className={styles.detail}>
          {detail}
        </span>
      ))}
    </li>
  );
}
