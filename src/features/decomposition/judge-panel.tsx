import { Gavel, PencilRuler } from 'lucide-react';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { JudgeStart } from '#state/normalization/fresh-judge.ts';
import { relationOf } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import { Progress } from '#ui/progress.tsx';
import { dependencyLine } from './dependency-line.ts';
import { JudgementView } from './judgement-view.tsx';
import styles from './decomposition.module.css';

/** The learner's own way: any DDL, read back and judged by what was known of the table at the start. */
export function JudgePanel() {
  const start = useAppStore((state) => state.judgeStart);
  const judgement = useAppStore((state) => state.judgement);
  return (
    <div className={styles.panel}>
      {start === null ? <Begin /> : <Started start={start} />}
      {(judgement.kind === 'starting' || judgement.kind === 'judging') && <Waiting />}
      {judgement.kind === 'failed' && (
        <p className={styles.problem} role="alert">
          <InlineCode text={judgement.message} />
        </p>
      )}
      {judgement.kind === 'ready' && <JudgementView judgement={judgement.judgement} />}
    </div>
  );
}

function Begin() {
  const relation = useAppStore(relationOf);
  const begin = useAppStore((state) => state.startJudging);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  const name = relation === null ? null : qualifiedName(relation.table);
  return (
    <EmptyState icon={PencilRuler} title="Split it yourself">
      <p>
        Begin with a table: it is remembered here with its rows and dependencies. Then write the new tables in the
        editor, move the rows, and have the result judged: forms, what a join gives back, what is lost.
      </p>
      <Button
        variant="primary"
        disabled={!isFree || relation === null}
        focusableWhenDisabled
        onClick={() => void begin()}
      >
        {name === null ? 'Begin' : `Begin with ${name}`}
      </Button>
      {relation !== null && relation.stated.length === 0 && (
        <p>Nothing but its own keys is known of it: state its dependencies first, or nothing can be wrong.</p>
      )}
    </EmptyState>
  );
}

function Started({ start: { table, scheme, rows } }: { readonly start: JudgeStart }) {
  const judge = useAppStore((state) => state.judgeTables);
  const end = useAppStore((state) => state.endJudging);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  const isFirst = useAppStore((state) => state.judgement.kind !== 'ready');
  return (
    <section className={styles.section} aria-label="What is judged">
      <p className={styles.note}>
        <InlineCode text={`Begun with \`${qualifiedName(table)}\`, ${formatQuantity(rows.rowCount, 'row')}.`} /> Write
        the tables in the editor and run them: new ones or this one altered, under any names, with an <code>id</code> of
        their own if you like.
      </p>
      <ul className={styles.formulas}>
        {scheme.functional.map((each) => (
          <li key={dependencyLine({ ...each, kind: 'functional' })}>
            {dependencyLine({ ...each, kind: 'functional' })}
          </li>
        ))}
        {scheme.multivalued.map((each) => (
          <li key={dependencyLine({ ...each, kind: 'multivalued' })}>
            {dependencyLine({ ...each, kind: 'multivalued' })}
          </li>
        ))}
      </ul>
      <Matches />
      <div className={styles.actions}>
        <Button
          variant={isFirst ? 'primary' : 'plain'}
          disabled={!isFree}
          focusableWhenDisabled
          onClick={() => void judge()}
        >
          <Gavel aria-hidden="true" />
          {isFirst ? 'Judge my tables' : 'Judge again'}
        </Button>
        <Button variant="quiet" onClick={end}>
          Begin with another table
        </Button>
      </div>
    </section>
  );
}

/** What the learner has said of renamed columns. */
function Matches() {
  const columns = useAppStore((state) => state.judgeColumns);
  const match = useAppStore((state) => state.matchColumn);
  const all = Object.entries(columns);
  if (all.length === 0) return null;
  return (
    <ul className={styles.matches}>
      {all.map(([column, attribute]) => (
        <li key={column}>
          <span>
            <InlineCode text={`\`${column}\` is what was \`${attribute}\`.`} />
          </span>
          <Button
            variant="quiet"
            aria-label={`Take back what was said of ${column}`}
            onClick={() => void match(attribute, null)}
          >
            Take back
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Waiting() {
  const stop = useAppStore((state) => state.stopRun);
  return (
    <div className={styles.running}>
      <Progress label="Reading the tables" />
      <Button variant="quiet" onClick={() => void stop()}>
        Stop
      </Button>
    </div>
  );
}
