import { useState } from 'react';
import type { Dependency } from '#core/relational/chase-implication.ts';
import { readDependencies } from '#core/relational/dependency-text.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ImplicationView } from './implication-view.tsx';
import styles from './theory.module.css';

/** Whether a dependency follows from what is known: its proof, or two rows that break it alone. */
export function FollowsTopic({ scheme }: { readonly scheme: RelationScheme }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const reading = asked === null ? null : readWanted(asked, scheme.attributes);
  return (
    <>
      <form
        className={styles.asking}
        aria-label="A dependency that may follow"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(text);
        }}
      >
        <div className={styles.wanted}>
          <TextField
            label="Does it follow?"
            isCode
            placeholder="a, b -> c"
            value={text}
            problem={asked === text && reading?.kind === 'problem' ? reading.message : undefined}
            onChange={setText}
          />
        </div>
        <Button type="submit">Ask</Button>
      </form>
      {reading?.kind === 'wanted' && <ImplicationView scheme={scheme} wanted={reading.wanted} />}
    </>
  );
}

type Reading =
  { readonly kind: 'wanted'; readonly wanted: Dependency } | { readonly kind: 'problem'; readonly message: string };

/** The one dependency that a text states. */
function readWanted(text: string, attributes: readonly string[]): Reading {
  const { dependencies, problems } = readDependencies(text, attributes);
  const [dependency, second] = dependencies;
  const problem =
    problems.find(({ severity }) => severity === 'error') ?? (dependency === undefined ? problems[0] : null);
  if (problem) return { kind: 'problem', message: problem.message.replaceAll('`', '') };
  if (dependency === undefined) return { kind: 'problem', message: 'Type a dependency first, as in a, b -> c.' };
  if (second !== undefined) return { kind: 'problem', message: 'One at a time: these are several.' };
  return { kind: 'wanted', wanted: { kind: dependency.kind, dependency } };
}
