import { PenTool } from 'lucide-react';
import { useState } from 'react';
import { isSameObject, type ObjectName } from '#core/catalog/object-name.ts';
import { tableOf } from '#core/design/drawing.ts';
import { designOf } from '#state/schema-lab/design-of.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { RelationPanel } from './relation-panel.tsx';
import { SchemaForm } from './schema-form.tsx';
import { TableForm } from './table-form.tsx';

/** Where a schema is drawn by words: the table that is chosen, or all of them where none is. */
export function DesignPanel() {
  const design = useAppStore(designOf);
  const selected = useAppStore((state) => state.selectedTable);
  const conventions = useAppStore((state) => state.preferences.naming);
  const addEdit = useAppStore((state) => state.addEdit);
  const selectTable = useAppStore((state) => state.selectTable);
  const setNaming = useAppStore((state) => state.setNaming);
  const startRelation = useAppStore((state) => state.startRelation);
  /** The table that was last chosen in the list here, and not in the picture, which keeps its focus. */
  const [chosen, setChosen] = useState<ObjectName | null>(null);
  if (design === null) {
    return (
      <EmptyState icon={PenTool} title="Nothing to draw on yet">
        Tables can be drawn here as soon as the database has started.
      </EmptyState>
    );
  }
  const table = selected === null ? undefined : tableOf(design.catalog, selected);
  return (
    <>
      {table === undefined ? (
        <SchemaForm
          catalog={design.catalog}
          conventions={conventions}
          onEdit={addEdit}
          onSelect={(name) => {
            setChosen(name);
            selectTable(name);
          }}
          onNaming={setNaming}
        />
      ) : (
        <TableForm
          // The fields of another table hold nothing of this one.
          key={`${table.schema} ${table.name}`}
          catalog={design.catalog}
          table={table}
          takesFocus={chosen !== null && isSameObject(chosen, table)}
          onEdit={addEdit}
          onSelect={selectTable}
          onRelate={startRelation}
        />
      )}
      <RelationPanel />
    </>
  );
}
