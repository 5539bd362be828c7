import { useState } from 'react';
import { useAppStore } from '#state/use-app-store.ts';
import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { Button } from '#ui/button.tsx';
import { KeysView } from './keys-view.tsx';
import { NormalFormView } from './normal-form-view.tsx';
import type { SchemeFacts } from './theory-question.ts';
import { TheoryWaiting } from './theory-waiting.tsx';
import type { TheoryState } from './use-theory.ts';
import styles from './dependencies.module.css';

interface FactsSectionProps {
  readonly relation: LiveRelation;
  readonly facts: TheoryState<SchemeFacts>;
}

/** The keys of the table, its normal form, and what keeps it from the next. */
export function FactsSection({ relation, facts }: FactsSectionProps) {
  /** What was last answered of this table. */
  const [last, setLast] = useState<SchemeFacts | null>(null);
  if (facts.kind === 'ready' && facts.answer !== last) setLast(facts.answer);
  const { table, declared, stated } = relation;
  // The key of a table of one column says nothing of others: it is no dependency.
  const hasKey = declared.length > 0 || table.primaryKey !== null || table.uniques.length > 0;
  const showView = useAppStore((state) => state.showNormalizationView);
  const chooseViolation = useAppStore((state) => state.chooseViolation);
  return (
    <section className={styles.section} aria-label="Keys and normal form">
      <h3 className={styles.title}>Keys and normal form</h3>
      {stated.length === 0 && (
        <div className={styles.hint}>
          <p>
            {hasKey
              ? 'Only what the table’s own keys guard is known yet.'
              : 'Nothing is known of this table yet. No key is declared: rows may repeat.'}{' '}
            What else is always true is a rule of the business, which no table tells: state it below. Or look what holds
            in the rows today, and ask of each whether it is meant.
          </p>
          <Button onClick={() => showView('rows')}>Look into the rows</Button>
        </div>
      )}
      <TheoryWaiting state={facts} label="Looking for all keys" meanwhile={last}>
        {({ judgement, prime }) => (
          <div className={styles.facts}>
            <NormalFormView
              judgement={judgement}
              attributes={relation.scheme.attributes}
              isByKeysAlone={stated.length === 0}
              isUnknown={stated.length === 0 && !hasKey}
              onSplit={(dependency, kind) => {
                showView('decompose');
                void chooseViolation(dependency, kind);
              }}
            />
            <KeysView keys={judgement} prime={prime} />
          </div>
        )}
      </TheoryWaiting>
    </section>
  );
}
