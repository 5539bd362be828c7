import { CircleAlert, CircleCheck } from 'lucide-react';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import type { ConstraintTest, Probe } from '#core/constraint-probes/probe.ts';
import { Badge } from '#ui/badge.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { ProbeView } from './probe-view.tsx';
import styles from './constraints-panel.module.css';

interface ConstraintTestListProps {
  readonly tests: readonly ConstraintTest[];
  readonly onPutIntoEditor: (probe: Probe) => void;
}

/** By table, one line for each constraint that opens to its probes. */
export function ConstraintTestList({ tests, onPutIntoEditor }: ConstraintTestListProps) {
  const tables = [...new Map(tests.map(({ constraint }) => [objectKey(constraint.table), constraint.table])).values()];
  return tables.map((table) => (
    <section key={objectKey(table)} className={styles.table} aria-label={qualifiedName(table)}>
      <h3>{qualifiedName(table)}</h3>
      <ul className={styles.tests}>
        {tests
          .filter(({ constraint }) => objectKey(constraint.table) === objectKey(table))
          .map((test) => (
            <li key={`${test.constraint.kind} ${test.constraint.name}`}>
              <Disclosure summary={<Line test={test} />}>
                <Probes test={test} onPutIntoEditor={onPutIntoEditor} />
              </Disclosure>
            </li>
          ))}
      </ul>
    </section>
  ));
}

function Line({ test: { constraint, outcomes } }: { readonly test: ConstraintTest }) {
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
  const isStrange = outcomes.some(({ agrees }) => !agrees);
  const words = [
    ...(refused > 0 ? [`${formatCount(refused)} refused`] : []),
    ...(outcomes.length > refused ? [`${formatCount(outcomes.length - refused)} accepted`] : []),
  ];
  return (
    <span className={styles.line}>
      <code>{constraint.declaration}</code>
      <Badge
        tone={isStrange ? 'bad' : outcomes.length === 0 ? 'waiting' : 'good'}
        icon={isStrange || outcomes.length === 0 ? CircleAlert : CircleCheck}
      >
        {outcomes.length === 0 ? 'not tested' : isStrange ? `${words.join(', ')}, not as expected` : words.join(', ')}
      </Badge>
    </span>
  );
}

function Probes({
  test: { outcomes, gaps },
  onPutIntoEditor,
}: {
  readonly test: ConstraintTest;
  readonly onPutIntoEditor: (probe: Probe) => void;
}) {
  return (
    <div className={styles.probes}>
      {outcomes.map((outcome, place) => (
        <ProbeView key={place} outcome={outcome} onPutIntoEditor={() => onPutIntoEditor(outcome.probe)} />
      ))}
      {gaps.map((gap) => (
        <p key={gap} className={styles.note}>
          {gap}
        </p>
      ))}
    </div>
  );
}
