import { findTable } from '#content/checks/find-table.ts';
import type { PanelName, TableLab } from '#content/lesson.ts';
import type { SliceContext } from '#state/app-state.ts';
import { freshTableLab } from './fresh-table-lab.ts';

/** Labs of a lesson that are about a table of its database. */
export interface TableLabSlice {
  /** The panel that was last asked to the front from elsewhere; another object each time. */
  readonly panelAsked: { readonly panel: PanelName } | null;
  /** Brings the panel of a lab to the front, with its table where that is there. */
  readonly openTableLab: (lab: Pick<TableLab, 'panel' | 'table'>) => void;
}

export function createTableLabSlice({ set, get }: Pick<SliceContext, 'set' | 'get'>): TableLabSlice {
  return {
    ...freshTableLab,
    openTableLab: ({ panel, table }) => {
      const { catalog } = get();
      const found = catalog === null ? null : findTable(catalog, table);
      if (found !== null) get().chooseNormalizationTable({ schema: found.schema, name: found.name });
      set({ panelAsked: { panel } });
    },
  };
}
