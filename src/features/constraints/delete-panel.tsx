import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isSameObject, objectKey } from '#core/catalog/object-name.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { conditionOfRow } from './condition-of-row.ts';
import { ConditionForm } from './condition-form.tsx';
import { DeleteResult } from './delete-result.tsx';
import { FirstRowsTable } from './first-rows-table.tsx';
import { pendingNote, tableChoices } from './table-choices.ts';
import styles from './delete-panel.module.css';

/** Which rows a delete would take with it, change, or be held up by, before it runs. */
export function DeletePanel() {
  const catalog = useAppStore((state) => state.catalog);
  const selected = useAppStore((state) => state.selectedTable);
  const state = useAppStore((one) => one.deletePreview);
  const firstRows = useAppStore((one) => one.firstRows);
  const isDrawn = useAppStore((one) => one.edits.length > 0);
  const selectTable = useAppStore((one) => one.selectTable);
  const showFirstRows = useAppStore((one) => one.showFirstRows);
  const previewDelete = useAppStore((one) => one.previewDelete);
  const runPreviewedDelete = useAppStore((one) => one.runPreviewedDelete);
  const dropDeletePreview = useAppStore((one) => one.dropDeletePreview);
  const [condition, setCondition] = useState('');
  const choices = catalog === null ? [] : tableChoices(catalog);
  const chosen = choices.find(({ value }) => selected !== null && value === objectKey(selected)) ?? choices[0];
  const table = catalog?.tables.find((one) => chosen !== undefined && isSameObject(one, chosen.table)) ?? null;

  // The rows to choose from are read again whenever something was run.
  useEffect(() => {
    if (table !== null) void showFirstRows({ schema: table.schema, name: table.name });
  }, [table, showFirstRows]);

  if (catalog === null || chosen === undefined || table === null) {
    return (
      <EmptyState icon={Trash2} title="Nothing to delete from yet">
        Create a table and put rows into it: here you then see which rows a delete would take with it.
      </EmptyState>
    );
  }
  const rows = firstRows !== null && isSameObject(firstRows.table, chosen.table) ? firstRows.rows : null;
  const preview = (where: string): void => void previewDelete(chosen.table, where);
  return (
    <div className={styles.panel}>
      <ChoiceSelect
        label="Delete from"
        choices={choices}
        chosen={chosen.value}
        onChoose={(value) => {
          selectTable(choices.find((choice) => choice.value === value)?.table ?? null);
          setCondition('');
          dropDeletePreview();
        }}
      />
      <ConditionForm
        table={chosen.label}
        condition={condition}
        isRunning={state.kind === 'running'}
        onChange={setCondition}
        onPreview={() => preview(condition)}
      />
      {isDrawn && <p className={styles.note}>{pendingNote}</p>}
      <DeleteResult
        state={state}
        isStale={state.kind === 'ready' && state.catalog !== catalog}
        onDelete={() => void runPreviewedDelete()}
        onPreviewAgain={() => preview(condition)}
      />
      <FirstRowsTable
        table={chosen.label}
        rows={rows}
        hasKey={table.primaryKey !== null}
        onPick={(row) => {
          const where = conditionOfRow(table, rows?.columns ?? [], row);
          setCondition(where);
          preview(where);
        }}
      />
    </div>
  );
}
