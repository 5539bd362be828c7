import type { Catalog } from '#core/catalog/catalog.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import { editsLeft } from '#core/design/edits-left.ts';
import { hasEffect } from '#core/design/has-effect.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import type { AppState, SliceContext } from '#state/app-state.ts';
import { openLessonOf } from '#state/lesson-slice.ts';
import { freshDesign } from './fresh-design.ts';
import { runDesign, type DesignFailure } from './run-design.ts';

/** The relation whose form stands open: "one `from` has many `to`" is still to be said. */
export interface RelationDraft {
  readonly from: ObjectName;
  readonly to: ObjectName;
}

/** What the learner has drawn and not run. */
export interface DesignSlice {
  readonly edits: readonly SchemaEdit[];
  /** Taken back, the last one first; drawing something else lets them go. */
  readonly undoneEdits: readonly SchemaEdit[];
  /** Those of a run that has succeeded, until the catalog that it left is read. */
  readonly ranEdits: readonly SchemaEdit[];
  /** Why what is drawn could not be run the last time; null once it is another drawing. */
  readonly designFailure: DesignFailure | null;
  /** One that changes nothing is none. */
  readonly addEdit: (edit: SchemaEdit) => void;
  readonly undoEdit: () => void;
  readonly redoEdit: () => void;
  readonly discardEdits: () => void;
  /** Runs what is drawn, all of it or nothing. */
  readonly runDesign: () => Promise<void>;
  readonly relationDraft: RelationDraft | null;
  /** Opens the form in which a relation between two tables is described; nothing is drawn yet. */
  readonly startRelation: (from: ObjectName, to: ObjectName) => void;
  readonly endRelation: () => void;
  /** Keeps what is drawn, over a reload. */
  readonly keepDesign: () => void;
}

export function createDesignSlice(context: SliceContext): DesignSlice {
  const { set, get, during } = context;
  const draw = (edits: readonly SchemaEdit[], undoneEdits: readonly SchemaEdit[]): void => {
    set({ edits, undoneEdits, designFailure: null });
    get().keepDesign();
  };
  return {
    ...freshDesign,
    addEdit: (edit) => {
      const { catalog, edits } = get();
      if (catalog === null || hasEffect(catalog, edits, edit)) draw([...edits, edit], []);
    },
    undoEdit: () => {
      const { edits, undoneEdits } = get();
      const last = edits.at(-1);
      if (last !== undefined) draw(edits.slice(0, -1), [last, ...undoneEdits]);
    },
    redoEdit: () => {
      const { edits, undoneEdits } = get();
      const [first, ...rest] = undoneEdits;
      if (first !== undefined) draw([...edits, first], rest);
    },
    discardEdits: () => draw([], []),
    runDesign: () => during('run', () => runDesign(context)),
    startRelation: (from, to) => set({ relationDraft: { from, to } }),
    endRelation: () => set({ relationDraft: null }),
    keepDesign: () => {
      const lesson = openLessonOf(get());
      if (lesson !== null) get().changeRecord(lesson.id, () => ({ drawing: [...get().edits] }));
    },
  };
}

/**
 * What is left of the drawing once a run has left this catalog. What was run can be drawn again by Redo, should the run be
 * undone. In an open transaction nothing is sure yet.
 */
export function designAfterRun(
  { catalog: before, edits, undoneEdits, ranEdits, transaction }: AppState,
  after: Catalog,
): Partial<DesignSlice> {
  if (before === null || transaction !== 'idle') return {};
  const isRun = ranEdits.length > 0;
  const others = edits.filter((edit) => !ranEdits.includes(edit));
  const left = isRun ? others : editsLeft(before, after, others);
  return left === edits ? {} : { edits: left, ranEdits: [], undoneEdits: isRun ? ranEdits : undoneEdits };
}
