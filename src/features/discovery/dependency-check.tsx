import { useState, type ReactNode } from 'react';
import type { ObjectName } from '#core/catalog/object-name.ts';
import { writeDependency, type WrittenDependency } from '#core/relational/dependency-text.ts';
import { breachKey, currentBreach } from '#state/normalization/discovery-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { BreachView } from './breach-view.tsx';
import { FindingLine } from './finding-line.tsx';

interface DependencyCheckProps {
  readonly table: ObjectName;
  readonly dependency: WrittenDependency;
  readonly note?: ReactNode;
  /** What the rows say is shown as soon as it is known, and not only when it is asked for. */
  readonly isOpenAtFirst: boolean;
  readonly onState: (() => void) | null;
}

/** A dependency that the rows can be asked about. */
export function DependencyCheck({ table, dependency, note, isOpenAtFirst, onState }: DependencyCheckProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const nulls = useAppStore((state) => state.discoveryOptions.nulls);
  const breach = useAppStore((state) => currentBreach(state, breachKey(table, dependency, nulls)));
  const isFree = useAppStore((state) => state.database.kind === 'ready' && state.activity === null);
  const ask = useAppStore((state) => state.askDependencies);
  const isUnknown = breach === null || breach.kind === 'failed';
  const isShown = isOpen && breach !== null;
  const turnWords =
    isUnknown && isOpenAtFirst ? 'Ask the rows' : isShown && !isUnknown ? 'Hide the rows' : 'Show the rows';

  function turn(): void {
    setIsOpen(isUnknown || !isOpen);
    if (isUnknown) void ask([dependency]);
  }

  return (
    <FindingLine
      dependency={dependency}
      note={note}
      onState={onState}
      actions={
        (!isOpenAtFirst || isUnknown) && (
          <Button
            variant="quiet"
            disabled={isUnknown && !isFree}
            focusableWhenDisabled
            aria-label={`${turnWords}: ${writeDependency(dependency, 'reading')}`}
            aria-expanded={isShown}
            onClick={turn}
          >
            {turnWords}
          </Button>
        )
      }
    >
      {isShown && <BreachView dependency={dependency} breach={breach} />}
    </FindingLine>
  );
}
