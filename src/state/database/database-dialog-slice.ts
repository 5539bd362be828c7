import type { SliceContext } from '#state/app-state.ts';

/** The dialog on the database itself. What a limit has stopped leads to it, from wherever that is told. */
export interface DatabaseDialogSlice {
  readonly isDatabaseDialogOpen: boolean;
  readonly showDatabaseDialog: (isOpen: boolean) => void;
}

export function createDatabaseDialogSlice({ set }: Pick<SliceContext, 'set'>): DatabaseDialogSlice {
  return {
    isDatabaseDialogOpen: false,
    showDatabaseDialog: (isDatabaseDialogOpen) => set({ isDatabaseDialogOpen }),
  };
}
