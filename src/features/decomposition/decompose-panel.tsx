import { Split } from 'lucide-react';
import { useMemo } from 'react';
import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { judgementOf } from '#state/normalization/judgement-of.ts';
import { readRelation, relationOf } from '#state/normalization/relation-of.ts';
import { splitsAround, standingSplits } from '#state/normalization/standing-splits.ts';
import { toUndo } from '#state/undo/undo-list.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { DecompositionWaiting } from './decomposition-waiting.tsx';
import { DoneSplits, type SplitTable } from './done-splits.tsx';
import { SplitView } from './split-view.tsx';
import { ViolationPicker } from './violation-picker.tsx';
import styles from './decomposition.module.css';

/** The table split by one violation at a time, in the learner's own database. */
export function DecomposePanel() {
  const relation = useAppStore(relationOf);
  if (relation === null) {
    return (
      <EmptyState icon={Split} title="No table yet">
        Create one: it is split here, one dependency at a time.
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      <Done chosen={relation.table} />
      <ViolationPicker relation={relation} purpose="split the table by it" />
      <DecompositionWaiting key={objectKey(relation.table)} relation={relation}>
        {(decomposition) => <SplitView decomposition={decomposition} />}
      </DecompositionWaiting>
    </div>
  );
}

function Done({ chosen }: { readonly chosen: ObjectName }) {
  const doneSplits = useAppStore((state) => state.doneSplits);
  const catalog = useAppStore((state) => state.catalog);
  const statedDependencies = useAppStore((state) => state.statedDependencies);
  const choose = useAppStore((state) => state.chooseNormalizationTable);
  const undo = useAppStore((state) => state.undo);
  const undoList = useAppStore((state) => state.undoList);
  const isFree = useAppStore(({ database, activity }) => database.kind === 'ready' && activity === null);
  const splits = useMemo(
    () => (catalog === null ? [] : splitsAround(standingSplits(doneSplits, catalog), chosen)),
    [doneSplits, catalog, chosen],
  );
  const tables = useMemo((): readonly SplitTable[] => {
    const made = new Map(splits.flatMap(({ into }) => into.map((table) => [objectKey(table), table])));
    if (catalog === null) return [];
    return [...made.values()].flatMap((table) => {
      const relation = readRelation(catalog, { normalizationTable: table, statedDependencies });
      if (relation === null || !isSameObject(relation.table, table)) return [];
      const { form, violations } = judgementOf(relation.scheme);
      return [{ table, form, isDone: violations.length === 0 }];
    });
  }, [splits, catalog, statedDependencies]);
  const lastChange = undoList === null ? null : toUndo(undoList);
  const toTakeBack = lastChange?.kind === 'run' ? splits.findLast(({ sql }) => sql === lastChange.sql) : undefined;
  if (tables.length === 0) return null;
  return (
    <DoneSplits
      tables={tables}
      chosen={chosen}
      toTakeBack={toTakeBack?.from ?? null}
      canUndo={isFree}
      onChoose={choose}
      onUndo={() => void undo()}
    />
  );
}
