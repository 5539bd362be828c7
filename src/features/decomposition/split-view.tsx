import { TriangleAlert } from 'lucide-react';
import { obstaclesOf, planMigration } from '#core/normalization/migration/migration.ts';
import type { Decomposition } from '#state/normalization/fresh-decompose.ts';
import { isDecompositionStale } from '#state/normalization/decompose-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { dependencyLine } from './dependency-line.ts';
import { MigrationForm, nameProblems } from './migration-form.tsx';
import { MigrationView } from './migration-view.tsx';
import { ObstacleView } from './obstacle-view.tsx';
import { PartCard } from './part-card.tsx';
import styles from './decomposition.module.css';

/** The split by the violation at hand: both tables, what is lost, and the SQL that makes it. */
export function SplitView({ decomposition }: { readonly decomposition: Decomposition }) {
  const choice = useAppStore((state) => state.migrationChoice);
  const change = useAppStore((state) => state.changeMigration);
  const failure = useAppStore((state) => state.migrationFailure);
  const run = useAppStore((state) => state.runMigration);
  const reuse = useAppStore((state) => state.replaceDraft);
  const transaction = useAppStore((state) => state.transaction);
  const isStale = useAppStore(isDecompositionStale);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  const obstacles = obstaclesOf(decomposition, choice.style);
  const problems = nameProblems(decomposition, choice);
  const isNamed = problems.moved === null && problems.kept === null;
  const migration = planMigration(decomposition, choice);
  const { facts } = decomposition;
  // Rows that are in the way are in the way of both styles, and of the tables that they would stand in.
  if (facts.contradictionCount + facts.homeless > 0) {
    return <ObstacleView obstacles={obstacles} decomposition={decomposition} />;
  }
  return (
    <>
      <section className={styles.section} aria-label="Both tables">
        <h3 className={styles.title}>Both tables</h3>
        <div className={styles.sides}>
          <PartCard part={migration.moved} rows={facts.movedRows} sample={facts.movedSample} what="new" />
          <PartCard
            part={migration.kept}
            rows={facts.keptRows}
            sample={facts.keptSample}
            what={choice.style === 'alter' ? 'what stays' : 'new, for what stays'}
          />
        </div>
        <Lost decomposition={decomposition} />
      </section>
      <section className={styles.section} aria-label="The way there">
        <h3 className={styles.title}>The way there</h3>
        {obstacles.length > 0 && <ObstacleView obstacles={obstacles} decomposition={decomposition} />}
        <MigrationForm decomposition={decomposition} choice={choice} onChange={change} />
        {obstacles.length === 0 && (
          <MigrationView
            migration={migration}
            canRun={isFree && isNamed && !isStale && transaction !== 'failed'}
            transaction={transaction}
            failure={failure}
            onRun={() => void run()}
            onReuse={reuse}
          />
        )}
      </section>
    </>
  );
}

function Lost({ decomposition: { lost } }: { readonly decomposition: Decomposition }) {
  if (lost.length === 0) {
    return (
      <p className={styles.note}>
        No dependency is spread over the two tables: once each of them is in BCNF, keys can guard them all.
      </p>
    );
  }
  return (
    <div className={styles.lost}>
      <p className={styles.line}>
        <TriangleAlert className={styles.mark} aria-hidden="true" />
        <span>
          No table alone guards {lost.length === 1 ? 'this dependency' : 'these dependencies'} any more: rows that break{' '}
          {lost.length === 1 ? 'it' : 'them'} would be taken. That can be a reason to stop at 3NF.
        </span>
      </p>
      <ul>
        {lost.map(({ dependency }) => {
          const line = dependencyLine({ ...dependency, kind: 'functional' });
          return (
            <li key={line}>
              <code>{line}</code>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
