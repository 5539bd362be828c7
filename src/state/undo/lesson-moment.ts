import type { Catalog } from '#core/catalog/catalog.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome, TransactionStatus } from '#core/engine/outcome.ts';
import { currentOf, toRedo, toUndo, type Moment, type UndoLimits, type UndoList } from './undo-list.ts';

/** The last thing that was run in the workbench. */
export interface LastRun {
  readonly outcome: RunOutcome;
  /** Where the text that was run began in the editor: after 0 when a selection was run. */
  readonly offset: number;
  /** The editor's whole text at that moment; marks are shown only while it still is. */
  readonly editorText: string;
  /** What was run is a drawing: its text is in `editorText` and stands in no editor. */
  readonly isDrawing: boolean;
}

interface MomentOfLesson extends Moment<SnapshotId> {
  readonly atMs: number;
  readonly transaction: TransactionStatus;
  /** As it was last read: inside a failed transaction the one before. */
  readonly catalog: Catalog | null;
}

/** A state of a lesson's database that can be gone back to, and how it came about. */
export type LessonMoment = MomentOfLesson &
  (
    | { readonly kind: 'opening' }
    /** As an earlier visit left it: a reset leads farther back. */
    | { readonly kind: 'found' }
    /** Something that was not run, by its name: `Reset step`. */
    | { readonly kind: 'event'; readonly title: string }
    | {
        readonly kind: 'run';
        readonly sql: string;
        /** What it changed, in few words. */
        readonly words: string;
        readonly hasFailed: boolean;
        /** The same run in the lesson's history. */
        readonly historyId: number | null;
        /** Null when its rows were let go; they are many. */
        readonly lastRun: LastRun | null;
      }
  );

export type LessonUndoList = UndoList<LessonMoment>;

/** Small enough for a phone; many times what anybody was seen to go back. */
export const undoLimits: UndoLimits = { moments: 51, always: 20, bytes: 256 * 2 ** 20, mostBytes: 512 * 2 ** 20 };

/** The rows of the last results are kept, those of earlier ones only where they are few. */
const resultsKept = 5;
const fewCells = 2_000;

export function letResultsGo(list: LessonUndoList): LessonUndoList {
  const lastKept = list.moments.length - resultsKept;
  const moments = list.moments.map((moment, index): LessonMoment => {
    if (moment.kind !== 'run' || moment.lastRun === null || index >= lastKept || index === list.at) return moment;
    return cellsOf(moment.lastRun.outcome) > fewCells ? { ...moment, lastRun: null } : moment;
  });
  return { ...list, moments };
}

/** What is to be seen, and to be graded, of the moment that the database stands at. */
export function runsAt({ moments, at }: LessonUndoList): Record<'lastRun' | 'lastGoodRun', LastRun | null> {
  // What was run before a reset is no answer to the step after it.
  const from = moments.findLastIndex(({ kind }, index) => index <= at && kind !== 'run');
  const runs = moments.slice(from + 1, at + 1).map((moment) => (moment.kind === 'run' ? moment.lastRun : null));
  const isGood = (run: LastRun | null): boolean =>
    run !== null && run.outcome.statements.every(({ kind }) => kind === 'done');
  return { lastRun: runs.at(-1) ?? null, lastGoodRun: runs.findLast(isGood) ?? null };
}

/** What a button that undoes or redoes would act on, or why there is nothing: `Undo: insert into line … (3 rows inserted)`. */
export function undoLabel(list: LessonUndoList | null, direction: 'undo' | 'redo'): string {
  const name = direction === 'undo' ? 'Undo' : 'Redo';
  const moment = list === null ? null : direction === 'undo' ? toUndo(list) : toRedo(list);
  if (moment !== null) return `${name}: ${momentName(moment)}`;
  if (direction === 'redo') return 'Redo: nothing was undone';
  if (list?.isShortened === true) return 'Undo: older runs were let go to save memory';
  return list?.moments[0]?.kind === 'found'
    ? 'Undo: nothing was changed since you came back'
    : 'Undo: nothing was changed in this step yet';
}

/** Where going back or forth has led, for a reader who did not see it. */
export function travelWords(before: LessonUndoList, after: LessonUndoList): string {
  const moment = currentOf(after);
  if (after.at < before.at) {
    const undone = after.moments[after.at + 1];
    const place =
      undone === undefined ? '' : undone.kind === 'run' ? `before run ${undone.id}` : `before “${momentName(undone)}”`;
    return `Undone: back to the state ${place}.`;
  }
  return moment.kind === 'run'
    ? `Redone: forward to the state after run ${moment.id}.`
    : `Redone: forward to “${momentName(moment)}”.`;
}

const nameLength = 40;

function momentName(moment: LessonMoment): string {
  switch (moment.kind) {
    case 'opening':
      return 'The step as it was opened';
    case 'found':
      return 'The step as you left it';
    case 'event':
      return moment.title;
    case 'run': {
      const line = moment.sql.replaceAll(/\s+/g, ' ').trim();
      const short = line.length > nameLength ? `${line.slice(0, nameLength).trimEnd()}…` : line;
      return `${short} (${moment.words})`;
    }
  }
}

function cellsOf({ statements }: RunOutcome): number {
  const results = statements.flatMap((statement) => (statement.kind === 'done' ? (statement.result ?? []) : []));
  return results.reduce((cells, { rows, columns }) => cells + rows.length * columns.length, 0);
}
