import { useState } from 'react';
import { readDependencies, type WrittenDependency } from '#core/relational/dependency-text.ts';
import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { DependencyCheck } from './dependency-check.tsx';
import styles from './discovery.module.css';

/** Any dependency that comes to mind: whether the rows know of one that breaks it. */
export function AskSection({ relation }: { readonly relation: LiveRelation }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [asked, setAsked] = useState<readonly WrittenDependency[]>([]);
  const ask = useAppStore((state) => state.askDependencies);
  // What is quickly over is waited for.
  const canAsk = useAppStore(({ database, discovery }) => database.kind === 'ready' && discovery.kind !== 'running');

  function askRows(): void {
    const reading = readQuestion(text, relation.scheme.attributes);
    setProblem(reading.problem);
    if (reading.dependencies.length === 0) return;
    setAsked(reading.dependencies);
    void ask(reading.dependencies);
  }

  return (
    <section className={styles.section} aria-label="Ask the rows">
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          if (canAsk) askRows();
        }}
      >
        <TextField
          label="Does it hold?"
          isCode
          value={text}
          problem={problem}
          note="As in a, b -> c or a ->> b"
          onChange={(next) => {
            setText(next);
            setProblem(undefined);
          }}
        />
        <Button type="submit" disabled={!canAsk} focusableWhenDisabled>
          Ask the rows
        </Button>
      </form>
      <ul className={styles.list}>
        {asked.map((dependency) => (
          <DependencyCheck
            key={JSON.stringify([dependency.kind, dependency.determinant, dependency.dependents])}
            table={relation.table}
            dependency={dependency}
            isOpenAtFirst
            onState={null}
          />
        ))}
      </ul>
    </section>
  );
}

function readQuestion(
  text: string,
  attributes: readonly string[],
): { readonly dependencies: readonly WrittenDependency[]; readonly problem: string | undefined } {
  if (text.trim() === '') return { dependencies: [], problem: 'Write a dependency: a, b -> c.' };
  const { dependencies, problems } = readDependencies(text, attributes);
  const slip = problems.find(({ severity }) => severity === 'error' || dependencies.length === 0);
  if (slip !== undefined) return { dependencies: [], problem: slip.message.replaceAll('`', '') };
  return { dependencies, problem: undefined };
}
