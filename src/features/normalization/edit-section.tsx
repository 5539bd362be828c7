import { Plus, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { StatedDependency } from '#state/normalization/normalization-slice.ts';
import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { Button } from '#ui/button.tsx';
import { DependencyForm } from './dependency-form.tsx';
import { DependencyList } from './dependency-list.tsx';
import type { DependencyDraft } from './dependency-problem.ts';
import { StaleList } from './stale-list.tsx';
import styles from './dependencies.module.css';

interface EditSectionProps {
  readonly relation: LiveRelation;
  /** Where they are written as text, the list is only shown. */
  readonly isListOnly: boolean;
  readonly pointed: FunctionalDependency | null;
  readonly canTakeBack: boolean;
  readonly onPoint: (dependency: FunctionalDependency | null) => void;
  readonly onEdit: (stated: readonly StatedDependency[]) => void;
  readonly onTakeBack: () => void;
}

/** The list of dependencies, with what changes it. */
export function EditSection(props: EditSectionProps) {
  const { relation, isListOnly, pointed, canTakeBack, onPoint, onEdit, onTakeBack } = props;
  const { scheme, declared, stated, stale } = relation;
  /** What the form is about: one that is stated, or a new one. */
  const [edited, setEdited] = useState<StatedDependency | 'new' | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const replaced = edited === 'new' ? null : edited;

  function close(): void {
    setEdited(null);
    // The form had the focus, and is gone.
    requestAnimationFrame(() => adder.current?.focus());
  }

  function state(draft: DependencyDraft): void {
    const dependency: StatedDependency = { ...draft, origin: 'stated' };
    const kept = replaced !== null && stated.includes(replaced);
    onEdit([
      ...(kept ? stated.map((other) => (other === replaced ? dependency : other)) : [...stated, dependency]),
      ...stale,
    ]);
    close();
  }

  function remove(removed: readonly StatedDependency[]): void {
    onEdit([...stated, ...stale].filter((dependency) => !removed.includes(dependency)));
    if (replaced !== null && removed.includes(replaced)) setEdited(null);
    onPoint(null);
    requestAnimationFrame(() => undo.current?.focus());
  }

  return (
    <>
      <DependencyList
        {...{ declared, stated, pointed, onPoint }}
        onChange={isListOnly ? null : setEdited}
        onRemove={(dependency) => remove([dependency])}
      />
      {stale.length > 0 && <StaleList stale={stale} onRemove={remove} />}
      {edited !== null && !isListOnly && (
        <DependencyForm
          key={replaced === null ? 'new' : stated.indexOf(replaced)}
          scheme={scheme}
          initial={replaced}
          others={[
            ...declared.map((dependency) => ({ ...dependency, kind: 'functional' as const })),
            ...stated.filter((dependency) => dependency !== replaced),
          ]}
          onState={state}
          onCancel={close}
        />
      )}
      <div className={styles.actions}>
        {edited === null && !isListOnly && (
          <Button ref={adder} onClick={() => setEdited('new')}>
            <Plus aria-hidden="true" />
            State a dependency
          </Button>
        )}
        {canTakeBack && (
          <Button ref={undo} variant="quiet" onClick={onTakeBack}>
            <Undo2 aria-hidden="true" />
            Undo the last change
          </Button>
        )}
      </div>
    </>
  );
}
