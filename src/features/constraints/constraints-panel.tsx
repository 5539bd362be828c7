import { ShieldCheck } from 'lucide-react';
import { objectKey } from '#core/catalog/object-name.ts';
import { declaredConstraints, testableTables } from '#core/constraint-probes/declared-constraints.ts';
import { probeScript } from '#core/constraint-probes/probe-script.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ConstraintTestList } from './constraint-test-list.tsx';
import { DeclaredList } from './declared-list.tsx';
import { pendingNote, tableChoices } from './table-choices.ts';
import { TestControls } from './test-controls.tsx';
import styles from './constraints-panel.module.css';

const all = 'all';

/** Every constraint of the live tables put to the test: rows that it refuses, and rows that it accepts. */
export function ConstraintsPanel() {
  const catalog = useAppStore((state) => state.catalog);
  const selected = useAppStore((state) => state.selectedTable);
  const tests = useAppStore((state) => state.constraintTests);
  const isDrawn = useAppStore((state) => state.edits.length > 0);
  const selectTable = useAppStore((state) => state.selectTable);
  const testConstraints = useAppStore((state) => state.testConstraints);
  const stopRun = useAppStore((state) => state.stopRun);
  const replaceDraft = useAppStore((state) => state.replaceDraft);
  if (catalog === null || catalog.tables.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title="No constraints to test yet">
        Create a table: its keys, checks and references are then tested here with rows that they refuse and accept.
      </EmptyState>
    );
  }
  const choices = tableChoices(catalog);
  const chosen = choices.find(({ value }) => selected !== null && value === objectKey(selected));
  const tables =
    chosen === undefined
      ? testableTables(catalog)
      : catalog.tables.filter((table) => objectKey(table) === chosen.value);
  const shown =
    tests?.tests.filter(({ constraint }) => chosen === undefined || objectKey(constraint.table) === chosen.value) ?? [];
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <ChoiceSelect
          label="Table"
          choices={[{ value: all, label: 'All tables' }, ...choices]}
          chosen={chosen?.value ?? all}
          onChoose={(value) => selectTable(choices.find((choice) => choice.value === value)?.table ?? null)}
        />
        <TestControls
          tests={tests}
          isStale={tests !== null && tests.catalog !== catalog}
          onTest={() => void testConstraints(chosen?.table ?? null)}
          onStop={() => void stopRun()}
        />
      </div>
      <p className={styles.note}>
        Rows are made up for each constraint and tried in a transaction that is put back: nothing remains in your
        tables.
        {isDrawn && ` ${pendingNote}`}
      </p>
      {shown.length > 0 ? (
        <ConstraintTestList tests={shown} onPutIntoEditor={(probe) => replaceDraft(probeScript(probe))} />
      ) : (
        <DeclaredList tables={tables.map((table) => ({ table, constraints: declaredConstraints(table) }))} />
      )}
    </div>
  );
}
