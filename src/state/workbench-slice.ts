import type { Catalog } from '#core/catalog/catalog.ts';
import { diffCatalogs, type CatalogDiff } from '#core/catalog/diff.ts';
import type { RunOutcome, TransactionStatus } from '#core/engine/outcome.ts';
import { stoppableOf, type Activity } from './activity.ts';
import type { SliceContext } from './app-state.ts';
import type { LastRun } from '#state/undo/lesson-moment.ts';
import { currentStepOf, openLessonOf } from './lesson-slice.ts';
import { recordOf } from './progress-slice.ts';
import { runOptionsOf } from './run-options.ts';
import type { HistoryEntry } from './stored-state.ts';

export interface WorkbenchSlice {
  readonly activity: Activity | null;
  /** The database was stopped or died, and does not answer yet. What is run meanwhile waits for it. */
  readonly isRestarting: boolean;
  /** Whether the browser's storage has the database as it is now, or will in a moment. */
  readonly databaseStorage: 'saved' | 'saving' | 'not-saved';
  readonly lastRun: LastRun | null;
  /** The last run of this step in which nothing failed. */
  readonly lastGoodRun: LastRun | null;
  /** The editor's whole text when something was last run, be that undone since; null before the first run. */
  readonly lastRunText: string | null;
  /** How often something was run since the step was opened. */
  readonly runCount: number;
  readonly catalog: Catalog | null;
  /** What the last run changed in the catalog, or null before the first run. */
  readonly changes: CatalogDiff | null;
  readonly transaction: TransactionStatus;
  /** The editor's text: what the learner wrote in this step, else its starter. */
  readonly draft: () => string;
  readonly editDraft: (text: string) => void;
  /** Puts other text in the place of the editor's; what stood there unrun goes into the history. */
  readonly replaceDraft: (text: string) => void;
  /** Runs `sql`, which begins at `offset` in the editor. */
  readonly submitSql: (sql: string, offset: number) => Promise<void>;
  /** Stops the learner's SQL, whatever runs it: a run, a check or a try. */
  readonly stopRun: () => Promise<void>;
  /** Reads the catalog again and marks what changed. */
  readonly refreshCatalog: () => Promise<void>;
}

export function createWorkbenchSlice(context: SliceContext): WorkbenchSlice {
  const { set, get, services, session, during } = context;
  return {
    activity: null,
    isRestarting: false,
    databaseStorage: 'saved',
    lastRun: null,
    lastGoodRun: null,
    lastRunText: null,
    runCount: 0,
    catalog: null,
    changes: null,
    transaction: 'idle',
    draft: () => draftOf(context),
    editDraft: (text) => {
      const step = currentStepOf(get());
      const lesson = openLessonOf(get());
      if (lesson === null) return;
      get().changeRecord(lesson.id, ({ drafts }) => ({ drafts: { ...drafts, [step?.id ?? '']: text } }));
    },
    replaceDraft: (text) => {
      const lesson = openLessonOf(get());
      const step = currentStepOf(get());
      const draft = get().draft();
      const isKept = draft === text || draft === step?.starter?.sql || draft === get().lastRunText;
      if (lesson !== null && draft.trim() !== '' && !isKept) {
        const atMs = services.wallClock();
        const nothing = { sqlState: null, rowCount: null, durationMs: 0 };
        get().recordRun(lesson.id, { sql: draft, stepId: step?.id ?? null, atMs, outcome: 'replaced', ...nothing });
      }
      get().editDraft(text);
    },
    submitSql: (sql, offset) =>
      during('run', async () => {
        await runSql(context, sql, offset);
      }),
    stopRun: async () => {
      const stoppable = stoppableOf(get());
      if (stoppable === null) return;
      const stopped = { ...stoppable, isStopped: true };
      set({ activity: stopped });
      await session.stop();
      // It had more to ask than the one thing that was stopped: that can be stopped too.
      if (get().activity === stopped) set({ activity: stoppable });
    },
    refreshCatalog: () => readCatalog(context),
  };
}

/**
 * Runs SQL on the learner's database and shows what came of it. Null when there is no database to run it on. Of a drawing
 * nothing is kept when it fails; `onAnswer` hears of the answer before the state that it left is kept.
 */
export async function runSql(
  { set, get, services, session }: SliceContext,
  sql: string,
  offset: number,
  source: 'editor' | 'drawing' = 'editor',
  onAnswer: (outcome: RunOutcome) => void = () => undefined,
): Promise<RunOutcome | null> {
  const lesson = openLessonOf(get());
  const database = session.lesson;
  if (lesson === null || database === null) return null;
  const isDrawing = source === 'drawing';
  const editorText = isDrawing ? sql : get().draft();
  const stepId = currentStepOf(get())?.id ?? null;
  const transactionBefore = get().transaction;
  const { answered, kept } = database.runs.run(sql, get(), {
    ...runOptionsOf(get().preferences),
    isAllOrNothing: isDrawing,
  });
  const outcome = await answered;
  const atMs = services.wallClock();
  get().recordRun(lesson.id, { sql, stepId, atMs, ...summaryOf(outcome) });
  const lastRun: LastRun = { outcome, offset, editorText, isDrawing };
  set(({ runCount, lastRunText }) => ({
    lastRun,
    // What stands in the editor is not run by running something else.
    lastRunText: isDrawing ? lastRunText : editorText,
    runCount: runCount + 1,
    travelNote: null,
    transaction: outcome.transaction,
    ...(outcome.statements.every(({ kind }) => kind === 'done') ? { lastGoodRun: lastRun } : {}),
  }));
  onAnswer(outcome);
  // That the database was lost is no news any more once it has done what it was asked.
  if (lastRun === get().lastGoodRun) get().dismissNotice('recovered');
  // An open transaction changes no file, and does not outlive the page: who comes back is to be told.
  session.save();
  // What changed may follow what was answered: the next statement need not wait for it.
  const historyId = recordOf(get().records, lesson.id).history.at(-1)?.id ?? null;
  get().keepRun({ sql, atMs, historyId, lastRun, transactionBefore, kept });
  return outcome;
}

/** Inside a failed transaction nothing can be read: the last catalog stays. */
async function readCatalog({ set, get, session }: Pick<SliceContext, 'set' | 'get' | 'session'>): Promise<void> {
  const database = session.lesson;
  const catalog = await database?.catalog();
  if (catalog?.ok !== true || session.lesson !== database) return;
  const before = get().catalog;
  set({ catalog: catalog.value, changes: before === null ? null : diffCatalogs(before, catalog.value) });
}

function draftOf({ get }: Pick<SliceContext, 'get'>): string {
  const lesson = openLessonOf(get());
  const step = currentStepOf(get());
  if (lesson === null) return '';
  return recordOf(get().records, lesson.id).drafts[step?.id ?? ''] ?? step?.starter?.sql ?? '';
}

function summaryOf(outcome: RunOutcome): Pick<HistoryEntry, 'outcome' | 'sqlState' | 'rowCount' | 'durationMs'> {
  const failed = outcome.statements.find((statement) => statement.kind === 'failed');
  const last = outcome.statements.findLast((statement) => statement.kind === 'done');
  return {
    outcome: failed === undefined ? 'ok' : failed.failure.kind === 'statement' ? 'failed' : 'stopped',
    sqlState: failed?.failure.kind === 'statement' ? failed.failure.sqlState : null,
    rowCount: last?.result?.rowCount ?? last?.affectedRows ?? null,
    durationMs: outcome.durationMs,
  };
}
