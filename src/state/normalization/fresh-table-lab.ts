import type { TableLabSlice } from './table-lab-slice.ts';

/** What of it belongs to one lesson and ends with it. */
export const freshTableLab = { panelAsked: null } satisfies Partial<TableLabSlice>;
