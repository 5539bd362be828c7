import { Workflow } from 'lucide-react';
import { useState } from 'react';
import { objectKey } from '#core/catalog/object-name.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { lastEdit } from '#state/normalization/dependency-edits-slice.ts';
import { relationOf, type LiveRelation } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { EditSection } from './edit-section.tsx';
import { FactsSection } from './facts-section.tsx';
import { PictureSection } from './picture-section.tsx';
import { useTheory } from './use-theory.ts';
import styles from './dependencies.module.css';

/** The table of the lab as a relation: what determines what, what is a key, and which form that is. */
export function DependenciesPanel() {
  const relation = useAppStore(relationOf);
  if (relation === null) {
    return (
      <EmptyState icon={Workflow} title="No table yet">
        Create one: its columns stand here then, with what determines what.
      </EmptyState>
    );
  }
  return <Dependencies key={objectKey(relation.table)} relation={relation} />;
}

function Dependencies({ relation }: { readonly relation: LiveRelation }) {
  const { table, scheme } = relation;
  const canTakeBack = useAppStore((state) => lastEdit(state, table) !== null);
  const edit = useAppStore((state) => state.editDependencies);
  const takeBack = useAppStore((state) => state.takeBackDependencies);
  const [pointed, setPointed] = useState<FunctionalDependency | null>(null);
  const facts = useTheory('facts', scheme);
  const keys = facts.kind === 'ready' ? facts.answer.judgement.keys : noKeys;
  const isThere = pointed !== null && [...scheme.functional, ...scheme.multivalued].includes(pointed);
  return (
    <div className={styles.panel}>
      <PictureSection relation={relation} keys={keys} pointed={isThere ? pointed : null} />
      <FactsSection relation={relation} facts={facts} />
      <section className={styles.section} aria-label="Dependencies">
        <h3 className={styles.title}>What is known</h3>
        <EditSection
          relation={relation}
          pointed={pointed}
          canTakeBack={canTakeBack}
          onPoint={setPointed}
          onEdit={(stated) => edit(table, stated)}
          onTakeBack={() => takeBack(table)}
        />
      </section>
    </div>
  );
}

const noKeys: readonly (readonly string[])[] = [];
