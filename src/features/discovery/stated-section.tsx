import type { LiveRelation } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { DependencyCheck } from './dependency-check.tsx';
import styles from './discovery.module.css';

/** The other way round: what was stated, held against the rows. */
export function StatedSection({ relation }: { readonly relation: LiveRelation }) {
  const ask = useAppStore((state) => state.askDependencies);
  const isFree = useAppStore((state) => state.database.kind === 'ready' && state.activity === null);
  const { stated } = relation;
  if (stated.length === 0) return null;
  return (
    <section className={styles.section} aria-label="What you have stated">
      <h2 className={styles.title}>What you have stated, held against the rows</h2>
      <ul className={styles.list}>
        {stated.map((dependency) => (
          <DependencyCheck
            key={JSON.stringify([dependency.kind, dependency.determinant, dependency.dependents])}
            table={relation.table}
            dependency={dependency}
            isOpenAtFirst
            onState={null}
          />
        ))}
      </ul>
      {stated.length > 1 && (
        <div>
          <Button disabled={!isFree} focusableWhenDisabled onClick={() => void ask(stated)}>
            Ask the rows for all
          </Button>
        </div>
      )}
    </section>
  );
}
