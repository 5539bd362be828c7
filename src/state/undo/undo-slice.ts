import { diffCatalogs } from '#core/catalog/diff.ts';
import { changeWords } from '#core/engine/change-words.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { SqlFailure, TransactionStatus } from '#core/engine/outcome.ts';
import type { Result } from '#core/shared/result.ts';
import type { SliceContext } from '#state/app-state.ts';
import type { LessonDatabase } from '#state/database/lesson-database.ts';
import {
  letResultsGo,
  runsAt,
  travelWords,
  undoLimits,
  type LastRun,
  type LessonMoment,
  type LessonUndoList,
} from './lesson-moment.ts';
import { designAfterRun } from '#state/schema-lab/design-slice.ts';
import type { KeptRun } from '#state/database/run-states.ts';
import { currentOf, goTo, nextId, push, redo, shorten, startOf, statesLetGo, undo } from './undo-list.ts';

/** A run that was answered; its state is on the way. */
interface RunToKeep {
  readonly sql: string;
  readonly atMs: number;
  readonly historyId: number | null;
  readonly lastRun: LastRun;
  readonly transactionBefore: TransactionStatus;
  readonly kept: Promise<Result<KeptRun, SqlFailure>>;
}

export interface UndoSlice {
  /** What was run in this step since it was opened; null while the first state is not kept. */
  readonly undoList: LessonUndoList | null;
  /** Where going back or forth has led; null again after the next run. */
  readonly travelNote: string | null;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** To the state after a run, or after whatever else has this id in the list. */
  readonly goToMoment: (id: number) => Promise<void>;
  /** Begins anew with the database as it is: what was before it is not gone back to. */
  readonly startUndoList: (kind: 'opening' | 'found') => void;
  readonly keepRun: (run: RunToKeep) => void;
  /** Puts something on the list that was not run: a reset, a file that was loaded. The catalog has been read since. */
  readonly keepEvent: (title: string) => void;
}

export function createUndoSlice(context: SliceContext): UndoSlice {
  const { set, get, services, session, during } = context;
  /** States are put on the list one after the other, in the order in which they were asked for. */
  let settled: Promise<void> = Promise.resolve();
  const afterwards = (task: () => Promise<void>): void => {
    settled = settled.then(task, task);
  };

  const show = (database: LessonDatabase, before: LessonUndoList, after: LessonUndoList): void => {
    const bytesOf = (moments: readonly LessonMoment[]): number =>
      database.runs.bytesOf([...new Set(moments.map(({ state }) => state))]);
    const undoList = letResultsGo(shorten(after, undoLimits, bytesOf));
    set({ undoList });
    database.runs.forget(statesLetGo<SnapshotId>(before, undoList));
  };

  /** Once the page has turned to another lesson, or to a database anew, nobody asks for a state of the old one. */
  const isFor = (database: LessonDatabase, state: SnapshotId | null): boolean => {
    if (session.lesson === database) return true;
    if (state !== null) database.runs.forget([state]);
    return false;
  };

  const keepRun = async (database: LessonDatabase, run: RunToKeep): Promise<void> => {
    const { kept: keeping, lastRun, transactionBefore, ...shown } = run;
    const kept = await keeping;
    if (!isFor(database, kept.ok ? kept.value.snapshot : null)) return;
    if (!kept.ok) return sayNotKept(context, kept.error);
    const { snapshot, isChange } = kept.value;
    const before = get().catalog;
    const catalog = kept.value.catalog ?? before;
    const changes = before === null || catalog === null ? null : diffCatalogs(before, catalog);
    if (kept.value.catalog !== null) {
      const left = designAfterRun(get(), kept.value.catalog);
      set({ catalog, changes, ...left });
      if (left.edits !== undefined) get().keepDesign();
    }
    const list = get().undoList;
    if (list === null || lastRun.outcome.statements.length === 0) return;
    const moment: LessonMoment = {
      kind: 'run',
      id: nextId(list),
      state: snapshot ?? currentOf(list).state,
      isChange,
      hasFailed: lastRun.outcome.statements.some((statement) => statement.kind === 'failed'),
      words: snapshot === null ? 'only read' : changeWords(lastRun.outcome, transactionBefore, changes),
      transaction: lastRun.outcome.transaction,
      catalog,
      ...shown,
      lastRun,
    };
    show(database, list, push(list, moment));
  };

  const keepNow = async (
    database: LessonDatabase,
    momentOf: (state: SnapshotId) => LessonMoment,
    kept: Promise<Result<SnapshotId, SqlFailure>>,
  ): Promise<void> => {
    const state = await kept;
    if (!isFor(database, state.ok ? state.value : null)) return;
    if (!state.ok) return sayNotKept(context, state.error);
    const list = get().undoList;
    const moment = momentOf(state.value);
    if (list === null) set({ undoList: startOf(moment) });
    else show(database, list, push(list, { ...moment, id: nextId(list) }));
  };

  const travel = async (go: (list: LessonUndoList) => LessonUndoList): Promise<void> => {
    await settled;
    const database = session.lesson;
    const list = get().undoList;
    if (database === null || list === null || get().database.kind !== 'ready') return;
    const gone = go(list);
    if (gone.at === list.at) return;
    const target = currentOf(gone);
    const restored = await database.runs.restore(target.state);
    if (session.lesson !== database) return;
    if (!restored.ok) return sayNotRestored(context, restored.error);
    const { transaction, isNewSession } = restored.value;
    const before = get().catalog;
    const catalog = restored.value.catalog ?? target.catalog;
    const runs = runsAt(gone);
    set(({ lastRunText }) => ({
      undoList: gone,
      ...runs,
      // What the editor holds was run, though it was undone: a check is not to run it again.
      lastRunText: lastRunText ?? runs.lastRun?.editorText ?? null,
      transaction,
      catalog,
      changes: before === null || catalog === null ? null : diffCatalogs(before, catalog),
      travelNote: isNewSession ? `${travelWords(list, gone)} ${newSession}` : travelWords(list, gone),
    }));
    // A transaction that is open again is worth a word if the page is closed now.
    session.save();
  };

  return {
    undoList: null,
    travelNote: null,
    undo: () => during('undo', () => travel(undo)),
    redo: () => during('undo', () => travel(redo)),
    goToMoment: (id) => during('undo', () => travel((list) => goTo(list, id))),

    startUndoList: (kind) => {
      const database = session.lesson;
      if (database === null) return;
      const { catalog, transaction } = get();
      const atMs = services.wallClock();
      database.runs.forgetAll();
      set({ undoList: null });
      const kept = database.runs.keep();
      afterwards(() =>
        keepNow(database, (state) => ({ kind, id: 0, isChange: false, state, atMs, catalog, transaction }), kept),
      );
    },

    keepRun: (run) => {
      const database = session.lesson;
      if (database !== null) afterwards(() => keepRun(database, run));
    },

    keepEvent: (title) => {
      const database = session.lesson;
      if (database === null) return;
      const { catalog, transaction } = get();
      const atMs = services.wallClock();
      const kept = database.runs.keep();
      afterwards(() =>
        keepNow(
          database,
          (state) => ({ kind: 'event', title, id: 0, isChange: true, state, atMs, catalog, transaction }),
          kept,
        ),
      );
    },
  };
}

const newSession =
  'Settings, temporary tables and an open transaction of then are gone: the database was started again.';

function sayNotKept({ get }: SliceContext, failure: SqlFailure): void {
  get().notify({
    id: 'not-kept',
    tone: 'warning',
    text: `This state could not be kept, so Undo cannot lead back to it (${failureText(failure)}). Your tables are as you left them.`,
  });
}

function sayNotRestored({ get }: SliceContext, failure: SqlFailure): void {
  get().notify({
    id: 'not-restored',
    tone: 'warning',
    text: `That state could not be put back (${failureText(failure)}). Try another run in the list under History; your SQL is there too.`,
  });
}
