import type { SchemaEdit } from '#core/design/schema-edit.ts';
import type { SliceContext } from '#state/app-state.ts';

/** What the learner has drawn and not run. */
export interface DesignSlice {
  readonly edits: readonly SchemaEdit[];
  /** Taken back, the last one first; drawing something else lets them go. */
  readonly undoneEdits: readonly SchemaEdit[];
  readonly addEdit: (edit: SchemaEdit) => void;
  readonly undoEdit: () => void;
  readonly redoEdit: () => void;
  readonly discardEdits: () => void;
}

/** What of it belongs to one lesson and ends with it. */
export const freshDesign = { edits: [], undoneEdits: [] } satisfies Partial<DesignSlice>;

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
    discardEdits: () => set(freshDesign),
  };
}
