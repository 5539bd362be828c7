import { useMemo } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import { isSameObject } from '#core/catalog/object-name.ts';
import { useAppStore } from '#state/use-app-store.ts';
import type { DiagramActions } from './diagram-actions.ts';
import { columnNameProblem, newColumn, newTable, tableNameProblem } from './new-table.ts';

/** What is done in the picture, as the store knows it: selections, places and strokes of drawing. */
export function useDiagramActions(catalog: Catalog, onOpenTable: (() => void) | undefined): DiagramActions {
  const selectTable = useAppStore((state) => state.selectTable);
  const placeTable = useAppStore((state) => state.placeTable);
  const arrangeTables = useAppStore((state) => state.arrangeTables);
  const addEdit = useAppStore((state) => state.addEdit);
  const startRelation = useAppStore((state) => state.startRelation);
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
        const problem = tableNameProblem(name, catalog);
        if (problem !== null) return problem;
        const table = newTable(name);
        addEdit({ kind: 'add-table', table });
        placeTable(table, at);
        selectTable({ schema: table.schema, name });
        return null;
      },
      onAddColumn: (object, name) => {
        const table = catalog.tables.find((each) => isSameObject(each, object));
        const problem = table === undefined ? 'The table is gone.' : columnNameProblem(name, table);
        if (problem !== null) return problem;
        addEdit({ kind: 'add-column', table: object, column: newColumn(name, 'text') });
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
    [catalog, onOpenTable, selectTable, placeTable, arrangeTables, addEdit, startRelation],
  );
}
