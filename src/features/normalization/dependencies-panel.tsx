import { Workflow } from 'lucide-react';
import { useState } from 'react';
import { objectKey } from '#core/catalog/object-name.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { relationOf, type LiveRelation } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { FactsSection } from './facts-section.tsx';
import { KnownSection } from './known-section.tsx';
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
  const { scheme } = relation;
  const [pointed, setPointed] = useState<FunctionalDependency | null>(null);
  const facts = useTheory('facts', scheme, null);
  const keys = facts.kind === 'ready' ? facts.answer.judgement.keys : noKeys;
  const isThere = pointed !== null && [...scheme.functional, ...scheme.multivalued].includes(pointed);
  return (
    <div className={styles.panel}>
      <PictureSection relation={relation} keys={keys} pointed={isThere ? pointed : null} onPoint={setPointed} />
      <FactsSection relation={relation} facts={facts} />
      <KnownSection relation={relation} pointed={pointed} onPoint={setPointed} />
    </div>
  );
}

const noKeys: readonly (readonly string[])[] = [];
