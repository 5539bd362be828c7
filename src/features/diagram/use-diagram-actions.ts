import { useMemo } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import { isSameObject } from '#core/catalog/object-name.ts';
import { plainColumn } from '#core/catalog/plain-catalog.ts';
import { nameProblem } from '#core/design/name-problem.ts';
import { newTable } from '#core/design/naming.ts';
import { takenNames } from '#core/design/taken-names.ts';
import { useAppStore } from '#state/use-app-store.ts';
import type { DiagramActions } from './diagram-actions.ts';

/** What is done in the picture, as the store knows it: selections, places and strokes of drawing. */
export function useDiagramActions(catalog: Catalog, onOpenTable: (() => void) | undefined): DiagramActions {
  const selectTable = useAppStore((state) => state.selectTable);
  const placeTable = useAppStore((state) => state.placeTable);
  const arrangeTables = useAppStore((state) => state.arrangeTables);
  const addEdit = useAppStore((state) => state.addEdit);
  const startRelation = useAppStore((state) => state.startRelation);
  const conventions = useAppStore((state) => state.preferences.naming);
  return useMemo(
    () => ({
      onSelect: selectTable,
      onOpen: (table) => {
        selectTable(table);
        onOpenTable?.();
      },
      onPlace: placeTable,
      onArrange: arrangeTables,
      onAddTable: (name, at) => {
        const problem = nameProblem(name, takenNames(catalog, 'public'));
        if (problem !== null) return problem;
        const table = newTable(catalog, { schema: 'public', name }, conventions);
        addEdit({ kind: 'add-table', table });
        placeTable(table, at);
        selectTable({ schema: table.schema, name });
        return null;
      },
      onAddColumn: (object, name) => {
        const table = catalog.tables.find((each) => isSameObject(each, object));
        const taken = new Set(table?.columns.map((column) => column.name));
        const problem = table === undefined ? 'The table is gone.' : nameProblem(name, taken);
        if (problem !== null) return problem;
        addEdit({ kind: 'add-column', table: object, column: plainColumn(name, 'text') });
        return null;
      },
      onRelate: startRelation,
      onDropTable: ({ object }) => {
        selectTable(null);
        addEdit({ kind: 'drop-table', table: object });
      },
      onDropRelationship: ({ child, partition, foreignKey }) =>
        addEdit({ kind: 'drop-constraint', table: partition ?? child, name: foreignKey.name }),
    }),
    [catalog, onOpenTable, selectTable, placeTable, arrangeTables, addEdit, startRelation, conventions],
  );
}
