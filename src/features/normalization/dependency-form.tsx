import { useState } from 'react';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSegments } from '#ui/choice-segments.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { AttributePicker } from './attribute-picker.tsx';
import { draftProblem, type DependencyDraft } from './dependency-problem.ts';
import { meaningWords } from './dependency-words.ts';
import styles from './dependencies.module.css';

interface DependencyFormProps {
  readonly scheme: RelationScheme;
  /** What is changed; null for a new one. */
  readonly initial: DependencyDraft | null;
  /** What is known already, and may not be said twice. */
  readonly others: readonly (DependencyDraft & { readonly by?: string })[];
  readonly onState: (dependency: DependencyDraft) => void;
  readonly onCancel: () => void;
}

const kinds = [
  { value: 'functional', label: '→ one value' },
  { value: 'multivalued', label: '↠ a set of values' },
];

const empty: DependencyDraft = { determinant: [], dependents: [], kind: 'functional' };

/** One dependency, put together by choosing its two sides. */
export function DependencyForm({ scheme, initial, others, onState, onCancel }: DependencyFormProps) {
  const [draft, setDraft] = useState(initial ?? empty);
  const [isTried, setIsTried] = useState(false);
  const problem = draftProblem(draft, scheme, others);
  const shown = isTried ? problem : null;
  const label = initial === null ? 'State this dependency' : 'Change the dependency';
  const problemAt = (place: 'determinant' | 'dependents') => (shown?.place === place ? shown.message : undefined);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in a field of it leaves it
    <form
      className={styles.form}
      aria-label={label}
      ref={focusFirstField}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (problem === null) return onState(draft);
        const form = event.currentTarget;
        // What is wrong is marked once this is drawn.
        requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]:enabled')?.focus());
      }}
    >
      <AttributePicker
        label="Rows that agree in"
        attributes={scheme.attributes}
        chosen={draft.determinant}
        problem={problemAt('determinant')}
        onChoose={(determinant) =>
          setDraft({
            ...draft,
            determinant,
            dependents: draft.dependents.filter((name) => !determinant.includes(name)),
          })
        }
      />
      <ChoiceSegments
        label="determine"
        choices={kinds}
        chosen={draft.kind}
        onChoose={(kind) => setDraft({ ...draft, kind: kind === 'multivalued' ? 'multivalued' : 'functional' })}
      />
      <AttributePicker
        label="of"
        attributes={scheme.attributes}
        chosen={draft.dependents}
        taken={draft.determinant}
        problem={problemAt('dependents')}
        onChoose={(dependents) => setDraft({ ...draft, dependents })}
      />
      {draft.determinant.length > 0 && draft.dependents.length > 0 && (
        <p className={styles.meaning} role="status">
          <InlineCode text={meaningWords(draft, draft.kind, scheme.attributes)} />
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit">{label}</Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function focusFirstField(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input')?.focus();
}
