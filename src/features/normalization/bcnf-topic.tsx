import { useState } from 'react';
import type { RelationScheme } from '#core/relational/dependency.ts';
import type { Decomposition, SplitNode } from '#core/relational/split-tree.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSegments } from '#ui/choice-segments.tsx';
import { AllBcnfView } from './all-bcnf-view.tsx';
import { dependencyText } from './dependency-words.ts';
import { LostWords } from './lost-words.tsx';
import { PartBox } from './part-box.tsx';
import { TheoryWaiting } from './theory-waiting.tsx';
import { useTheory } from './use-theory.ts';
import styles from './theory.module.css';

const forms = [
  { value: 'BCNF', label: 'BCNF' },
  { value: '4NF', label: '4NF' },
];

/** Splitting until every determinant is a key: one way as a tree, and all results when asked. */
export function BcnfTopic({ scheme }: { readonly scheme: RelationScheme }) {
  const [isAll, setIsAll] = useState(false);
  const [form, setForm] = useState<'BCNF' | '4NF'>('BCNF');
  const isMultivalued = scheme.multivalued.length > 0;
  const decomposition = useTheory('decomposition', scheme, isMultivalued ? form : 'BCNF');
  const isSplit = decomposition.kind === 'ready' && decomposition.answer.tree.split !== null;
  return (
    <>
      {isMultivalued && (
        <ChoiceSegments
          label="Split until it is in"
          choices={forms}
          chosen={form}
          onChoose={(value) => setForm(value === '4NF' ? '4NF' : 'BCNF')}
        />
      )}
      <TheoryWaiting state={decomposition} label="Splitting">
        {(answer) => <DecompositionView decomposition={answer} form={isMultivalued ? form : 'BCNF'} />}
      </TheoryWaiting>
      {isSplit && (
        <>
          <div className={styles.actions}>
            <Button aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
              {isAll ? 'Hide all results' : 'Find all results in BCNF'}
            </Button>
            <span className={styles.note}>Which parts come of it depends on what is split first.</span>
          </div>
          {isAll && <AllResults scheme={scheme} />}
        </>
      )}
    </>
  );
}

function AllResults({ scheme }: { readonly scheme: RelationScheme }) {
  const all = useTheory('allBcnf', scheme, null);
  return (
    <TheoryWaiting state={all} label="Splitting in all orders">
      {(results) => <AllBcnfView results={results} />}
    </TheoryWaiting>
  );
}

interface DecompositionViewProps {
  readonly decomposition: Decomposition;
  readonly form: 'BCNF' | '4NF';
}

function DecompositionView({ decomposition, form }: DecompositionViewProps) {
  const { tree, parts, lost, isComplete } = decomposition;
  if (tree.split === null) return <p className={styles.words}>Nothing is to be split: it is in {form}.</p>;
  return (
    <>
      <div className={styles.group}>
        <h4 className={styles.subtitle}>One way, by the first violation each time</h4>
        <ul className={styles.tree} aria-label="Splits">
          <Branch node={tree} />
        </ul>
      </div>
      <div className={styles.group}>
        <h4 className={styles.subtitle}>What comes of it: {parts.length} relations</h4>
        <p className={styles.parts}>
          {parts.map(({ scheme, keys }) => (
            <PartBox key={scheme.attributes.join('\0')} attributes={scheme.attributes} keys={keys} />
          ))}
        </p>
        <LostWords lost={lost} />
        {!isComplete && (
          <p className={styles.note}>
            There are too many implied dependencies to see all: a part may still hold a violation.
          </p>
        )}
      </div>
    </>
  );
}

function Branch({ node: { part, split } }: { readonly node: SplitNode }) {
  return (
    <li>
      <PartBox attributes={part.scheme.attributes} {...(split === null ? { keys: part.keys } : {})} />
      {split !== null && (
        <>
          <p className={styles.note}>
            split by <code>{dependencyText(split.violation.dependency, split.violation.kind)}</code>
          </p>
          <ul>
            {split.into.map((child, place) => (
              <Branch key={place} node={child} />
            ))}
          </ul>
        </>
      )}
    </li>
  );
}
