import { useState } from 'react';
import { objectKey } from '#core/catalog/object-name.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { lastEdit } from '#state/normalization/dependency-edits-slice.ts';
import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { DependencyTextForm } from './dependency-text-form.tsx';
import { EditSection } from './edit-section.tsx';
import styles from './dependencies.module.css';

interface KnownSectionProps {
  readonly relation: LiveRelation;
  readonly pointed: FunctionalDependency | null;
  readonly onPoint: (dependency: FunctionalDependency | null) => void;
}

/** All dependencies of the table, to be changed one by one or as a text. */
export function KnownSection({ relation, pointed, onPoint }: KnownSectionProps) {
  const { table, scheme, stated, stale } = relation;
  const typed = useAppStore((state) => state.dependencyTexts[objectKey(table)] ?? null);
  const [isText, setIsText] = useState(typed !== null);
  const canTakeBack = useAppStore((state) => lastEdit(state, table) !== null);
  const edit = useAppStore((state) => state.editDependencies);
  const takeBack = useAppStore((state) => state.takeBackDependencies);
  const type = useAppStore((state) => state.typeDependencies);
  return (
    <section className={styles.section} aria-label="Dependencies">
      <div className={styles.head}>
        <h3 className={styles.title}>What is known</h3>
        <Button onClick={() => setIsText(!isText)}>{isText ? 'As a list' : 'As text'}</Button>
      </div>
      {isText && (
        <DependencyTextForm
          attributes={scheme.attributes}
          stated={stated}
          typed={typed}
          onType={(text) => type(table, text)}
          onState={(list) => edit(table, [...list, ...stale])}
        />
      )}
      {!isText && typed !== null && (
        <p className={styles.note}>What you typed is not taken over yet: it is kept as text.</p>
      )}
      <EditSection
        relation={relation}
        isListOnly={isText}
        pointed={pointed}
        canTakeBack={canTakeBack}
        onPoint={onPoint}
        onEdit={(list) => edit(table, list)}
        onTakeBack={() => takeBack(table)}
      />
    </section>
  );
}
