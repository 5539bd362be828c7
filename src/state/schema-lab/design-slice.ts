import type { ObjectName } from '#core/catalog/object-name.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import type { SliceContext } from '#state/app-state.ts';

/** The relation whose form stands open: "one `from` has …`to`" is still to be said. */
export interface RelationDraft {
  readonly from: ObjectName;
  readonly to: ObjectName;
}

/** What the learner has drawn and not run. */
export interface DesignSlice {
  readonly edits: readonly SchemaEdit[];
  /** Taken back, the last one first; drawing something else lets them go. */
  readonly undoneEdits: readonly SchemaEdit[];
  readonly addEdit: (edit: SchemaEdit) => void;
  readonly undoEdit: () => void;
  readonly redoEdit: () => void;
  readonly discardEdits: () => void;
  readonly relationDraft: RelationDraft | null;
  /** Opens the form in which a relation between two tables is described; nothing is drawn yet. */
  readonly startRelation: (from: ObjectName, to: ObjectName) => void;
  readonly endRelation: () => void;
}

/** What of it belongs to one lesson and ends with it. */
export const freshDesign = { edits: [], undoneEdits: [], relationDraft: null } satisfies Partial<DesignSlice>;

export function createDesignSlice({ set }: Pick<SliceContext, 'set'>): DesignSlice {
  return {
    ...freshDesign,
    addEdit: (edit) => set(({ edits }) => ({ edits: [...edits, edit], undoneEdits: [] })),
    undoEdit: () =>
      set(({ edits, undoneEdits }) => {
        const last = edits.at(-1);
        return last === undefined ? {} : { edits: edits.slice(0, -1), undoneEdits: [last, ...undoneEdits] };
      }),
    redoEdit: () =>
      set(({ edits, undoneEdits }) => {
        const [first, ...rest] = undoneEdits;
        return first === undefined ? {} : { edits: [...edits, first], undoneEdits: rest };
      }),
    discardEdits: () => set({ edits: [], undoneEdits: [] }),
    startRelation: (from, to) => set({ relationDraft: { from, to } }),
    endRelation: () => set({ relationDraft: null }),
  };
}
