import { CheckCircle2, XCircle } from 'lucide-react';
import { useState } from 'react';
import type { Dependency } from '#core/relational/chase-implication.ts';
import type { DependencyProof } from '#core/relational/dependency-proof.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { Badge } from '#ui/badge.tsx';
import { CheckBox } from '#ui/check-box.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { ChaseView } from './chase-view.tsx';
import { dependencyText } from './dependency-words.ts';
import { reasonWords } from './multivalued-reason.ts';
import { ruleWords } from './proof-words.ts';
import type { Implication } from './theory-question.ts';
import { TheoryWaiting } from './theory-waiting.tsx';
import { useTheory } from './use-theory.ts';
import styles from './theory.module.css';

interface ImplicationViewProps {
  readonly scheme: RelationScheme;
  readonly wanted: Dependency;
}

/** The answer, with its reason. */
export function ImplicationView({ scheme, wanted }: ImplicationViewProps) {
  const implication = useTheory('follows', scheme, wanted);
  const words = dependencyText(wanted.dependency, wanted.kind);
  return (
    <TheoryWaiting state={implication} label="Looking for a proof">
      {(answer) => <Answer words={words} kind={wanted.kind} answer={answer} attributes={scheme.attributes} />}
    </TheoryWaiting>
  );
}

const legends: Readonly<Record<Dependency['kind'], string>> = {
  functional: 'Two rows that agree in the left side: “a” is a value of the first, “b” one of the second.',
  multivalued: 'Two rows that agree in the left side. The row of a’s alone is the one that has to be there.',
};

interface AnswerProps {
  readonly words: string;
  readonly kind: Dependency['kind'];
  readonly answer: Implication;
  readonly attributes: readonly string[];
}

function Answer({ words, kind, answer: { chased, reason, axioms, shorter }, attributes }: AnswerProps) {
  const [isShort, setIsShort] = useState(false);
  const proof = isShort ? shorter : axioms;
  return (
    <>
      <p className={styles.verdict} role="status">
        <Badge tone={chased.isImplied ? 'good' : 'bad'} icon={chased.isImplied ? CheckCircle2 : XCircle}>
          {chased.isImplied ? 'it follows' : 'it does not follow'}
        </Badge>
        <code>{words}</code>
      </p>
      {chased.counterexample !== null && (
        <DataTable
          caption="Two rows that keep every known dependency, and break this one"
          isCaptionShown
          columns={attributes.map((name) => ({ name, kind: 'text' }))}
          rows={chased.counterexample}
        />
      )}
      {reason !== null && (
        <p className={styles.note}>
          <InlineCode text={reasonWords(reason)} />
        </p>
      )}
      {proof !== null && (
        <div className={styles.group}>
          <h4 className={styles.subtitle}>The proof {reason !== null && 'of that '}by Armstrong’s axioms</h4>
          <CheckBox
            label="Use union and decomposition too, which follow from them"
            isChecked={isShort}
            onCheck={setIsShort}
          />
          <ProofLines proof={proof} />
        </div>
      )}
      {chased.isImplied && reason === null && proof === null && (
        <p className={styles.note}>
          Functional dependencies alone do not imply it: the multivalued ones do, as the chase shows. Armstrong’s axioms
          know nothing of those.
        </p>
      )}
      <Disclosure
        key={words}
        summary="The same by the chase, from two rows"
        isOpenAtFirst={proof === null && chased.isImplied}
      >
        <div className={styles.group}>
          <ChaseView chase={chased} legend={legends[kind]} rowNames={[]} />
        </div>
      </Disclosure>
    </>
  );
}

function ProofLines({ proof: { lines } }: { readonly proof: DependencyProof }) {
  return (
    <ol className={styles.proof} aria-label="The proof, line by line">
      {lines.map((line, place) => (
        <li key={place}>
          <code>{dependencyText(line.dependency, 'functional')}</code>
          <span>{ruleWords(line)}</span>
        </li>
      ))}
    </ol>
  );
}
