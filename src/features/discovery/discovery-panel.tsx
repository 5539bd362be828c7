import { ScanSearch } from 'lucide-react';
import { isSameObject, objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import { foundOf } from '#state/normalization/discovery-slice.ts';
import { relationOf } from '#state/normalization/relation-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Progress } from '#ui/progress.tsx';
import { AskSection } from './ask-section.tsx';
import { DiscoveryResult } from './discovery-result.tsx';
import { countWords, progressWords, sentence } from './discovery-words.ts';
import { SearchControls } from './search-controls.tsx';
import { StatedSection } from './stated-section.tsx';
import styles from './discovery.module.css';

/** What the rows of the lab's table show of dependencies, and which of those anybody answers for. */
export function DiscoveryPanel() {
  const relation = useAppStore(relationOf);
  const ready = useAppStore(foundOf);
  const statedDependencies = useAppStore((state) => state.statedDependencies);
  const stateDependencies = useAppStore((state) => state.stateDependencies);
  const ask = useAppStore((state) => state.askDependencies);
  if (relation === null) {
    return (
      <EmptyState icon={ScanSearch} title="No rows to look at yet">
        Create a table and put rows into it: what they show of dependencies stands here then.
      </EmptyState>
    );
  }
  const { table } = relation;
  const found = ready !== null && isSameObject(ready.table, table) ? ready : null;
  return (
    <div className={styles.panel}>
      <p className={styles.lesson}>
        Rows show what is true today. What must stay true is a rule of the business: no row says it, you do.
      </p>
      <AskSection key={objectKey(table)} relation={relation} />
      <StatedSection relation={relation} />
      <section className={styles.search} aria-label="All that the rows show">
        <h2 className={styles.heading}>All that the rows show</h2>
        <Controls isFirst={found === null} />
        <SearchStatus />
        {found !== null && (
          <DiscoveryResult
            key={objectKey(table)}
            discovery={found}
            relation={relation}
            onState={(dependency) => {
              const others = statedDependencies[objectKey(table)] ?? [];
              stateDependencies(table, [...others, { ...dependency, origin: 'found' }]);
              void ask([dependency]);
            }}
          />
        )}
      </section>
    </div>
  );
}

function Controls({ isFirst }: { readonly isFirst: boolean }) {
  const relation = useAppStore(relationOf);
  const options = useAppStore((state) => state.discoveryOptions);
  const isRunning = useAppStore(({ discovery }) => discovery.kind === 'running');
  const isFree = useAppStore((state) => state.database.kind === 'ready' && state.activity === null);
  const choose = useAppStore((state) => state.chooseDiscoveryOptions);
  const start = useAppStore((state) => state.startDiscovery);
  if (relation === null) return null;
  return (
    <SearchControls
      columns={relation.table.columns.length}
      rows={relation.table.rows.count}
      options={options}
      canStart={isFree && !isRunning}
      isFirst={isFirst}
      onChoose={choose}
      onStart={() => void start()}
    />
  );
}

/** A search under way, or why there was none. */
function SearchStatus() {
  const discovery = useAppStore((state) => state.discovery);
  const transaction = useAppStore((state) => state.transaction);
  const stop = useAppStore((state) => state.stopRun);
  switch (discovery.kind) {
    case 'none':
    case 'ready':
      return null;
    case 'failed':
      return (
        <p className={styles.problem} role="alert">
          {qualifiedName(discovery.table)}: {sentence(discovery.message)} Your tables are as they were
          {discovery.earlier === null ? '.' : ', and what was found before stands below.'}
          {transaction === 'failed' && ' End the failed transaction with ROLLBACK, then look again.'}
        </p>
      );
    case 'running':
      break;
  }
  const { report } = discovery;
  const fraction = report === null ? null : report.progress.tried / Math.max(1, report.progress.candidates);
  return (
    <div className={styles.running}>
      <Progress
        label={
          report === null ? `Reading the rows of ${qualifiedName(discovery.table)}` : progressWords(report.progress)
        }
        fraction={fraction}
      />
      {report !== null && <p className={styles.note}>So far: {countWords(report)}.</p>}
      <div>
        <Button onClick={() => void stop()}>Stop</Button>
      </div>
    </div>
  );
}
