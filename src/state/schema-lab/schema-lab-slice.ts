import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { SliceContext } from '#state/app-state.ts';

/** What the schema lab shows. */
export type SchemaLabView = 'diagram' | 'tables' | 'constraints' | 'delete' | 'review' | 'types' | 'file';

/** In the diagram's own units, which are pixels where it is not zoomed. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SchemaLabSlice {
  readonly schemaLabView: SchemaLabView;
  /** The table that the form, the tests and the previews are about; it may have been dropped since. */
  readonly selectedTable: ObjectName | null;
  /** Where the learner has put tables by hand, by `objectKey`. The others are laid out. */
  readonly tablePlaces: Readonly<Record<string, Point>>;
  readonly showSchemaLabView: (view: SchemaLabView) => void;
  readonly selectTable: (table: ObjectName | null) => void;
  readonly placeTable: (table: ObjectName, place: Point) => void;
  /** Lays all tables out anew. */
  readonly arrangeTables: () => void;
}

/** What of it belongs to one lesson and ends with it. */
export const freshSchemaLab = {
  schemaLabView: 'diagram',
  selectedTable: null,
  tablePlaces: {},
} satisfies Partial<SchemaLabSlice>;

export function createSchemaLabSlice({ set }: Pick<SliceContext, 'set'>): SchemaLabSlice {
  return {
    ...freshSchemaLab,
    showSchemaLabView: (schemaLabView) => set({ schemaLabView }),
    selectTable: (selectedTable) => set({ selectedTable }),
    placeTable: (table, place) =>
      set(({ tablePlaces }) => ({ tablePlaces: { ...tablePlaces, [objectKey(table)]: place } })),
    arrangeTables: () => set({ tablePlaces: {} }),
  };
}
