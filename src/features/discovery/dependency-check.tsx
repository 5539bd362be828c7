import { useState } from 'react';
import type { Ground } from '#core/discovery/findings.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { breachKey, currentBreach } from '#state/normalization/discovery-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { BreachView } from './breach-view.tsx';
import { FindingLine } from './finding-line.tsx';
import styles from './discovery.module.css';

interface DependencyCheckProps {
  readonly table: ObjectName;
  readonly dependency: FunctionalDependency;
  readonly ground: Ground | null;
  readonly note?: string | undefined;
  /** What the rows say is drawn as soon as it is known, and not only when it is asked for. */
  readonly isOpenAtFirst: boolean;
  readonly onState: (() => void) | null;
}

/** A dependency that the rows can be asked about, one by one. */
export function DependencyCheck(props: DependencyCheckProps) {
  const { table, dependency, ground, note, isOpenAtFirst, onState } = props;
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const nulls = useAppStore((state) => state.discoveryOptions.nulls);
  const breach = useAppStore((state) => currentBreach(state, breachKey(table, dependency, nulls)));
  const isFree = useAppStore((state) => state.database.kind === 'ready' && state.activity === null);
  const ask = useAppStore((state) => state.askDependencies);
  const isShown = isOpen && breach !== null;
  return (
    <FindingLine dependency={dependency} ground={ground} note={note} onState={onState}>
      <div className={styles.check}>
        {isShown && <BreachView dependency={dependency} breach={breach} />}
        {(!isOpenAtFirst || breach === null || breach.kind === 'failed') && (
          <Button
            variant="quiet"
            disabled={!isFree && !isShown}
            focusableWhenDisabled
            aria-expanded={isShown}
            onClick={() => {
              setIsOpen(!isShown);
              if (!isShown && (breach === null || breach.kind === 'failed')) void ask([dependency]);
            }}
          >
            {isShown ? 'Hide the rows' : isOpenAtFirst ? 'Ask the rows' : 'Show the rows that break it'}
          </Button>
        )}
      </div>
    </FindingLine>
  );
}
