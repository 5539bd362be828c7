import { dumpFormatOf } from '#core/engine/dump-format.ts';
import type { DumpFormat, FileFailure } from '#core/engine/engine.ts';
import { failureText } from '#core/engine/failure-text.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { AppState, SliceContext } from '#state/app-state.ts';
import type { LessonDatabase } from './lesson-database.ts';
import { openLessonOf } from '#state/lesson-slice.ts';

/** A file that is being written or read. */
export type FileWork =
  { readonly kind: 'dump'; readonly format: DumpFormat } | { readonly kind: 'load'; readonly name: string };

/** A file that the learner chose, as browsers have them. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What came of it. */
export interface FileReport {
  readonly tone: 'done' | 'failed';
  readonly text: string;
}

export interface DatabaseFileSlice {
  readonly fileWork: FileWork | null;
  readonly fileReport: FileReport | null;
  /** How many bytes the learner's database holds of its own; null while there is none. */
  readonly databaseBytes: () => number | null;
  /** Writes the database as a file and hands it to the learner. */
  readonly downloadDatabase: (format: DumpFormat) => Promise<void>;
  /** Puts what a file holds in the place of the learner's tables. A file that cannot be read changes nothing. */
  readonly loadDatabase: (file: ChosenFile) => Promise<void>;
  readonly stopFileWork: () => Promise<void>;
  /** What was reported is read. */
  readonly clearFileReport: () => void;
}

/** Nothing of this size could be held in a page; reading it would end the page. */
const largestFileBytes = 1024 ** 3;

const fileTypes: Readonly<Record<DumpFormat, { readonly ending: string; readonly type: string }>> = {
  sql: { ending: 'sql', type: 'application/sql' },
  directory: { ending: 'tar.gz', type: 'application/gzip' },
};

export function createDatabaseFileSlice(context: SliceContext): DatabaseFileSlice {
  const { set, get, services, session, during } = context;

  /** Stop was pressed while the browser was still reading: there was nothing to stop in the engine. */
  let isStopped = false;

  /** Does one thing with a file at a time; what comes of it is told in the dialog, or on the page where that is closed. */
  const work = async (
    fileWork: FileWork,
    task: (database: LessonDatabase) => Promise<FileReport | null>,
  ): Promise<void> => {
    const database = session.lesson;
    if (database === null || get().fileWork !== null) return;
    isStopped = false;
    set({ fileWork, fileReport: null });
    const report = await task(database).finally(() => set({ fileWork: null }));
    if (report === null) return;
    if (get().isDatabaseDialogOpen) return set({ fileReport: report });
    get().notify({
      id: 'database-file',
      tone: report.tone === 'done' ? 'calm' : 'warning',
      text: report.text,
    });
  };

  return {
    fileWork: null,
    fileReport: null,
    databaseBytes: () => session.lesson?.files.sizeBytes ?? null,

    downloadDatabase: (format) =>
      work({ kind: 'dump', format }, async (database) => {
        const dumped = await database.files.dump(format);
        if (!dumped.ok) return failed(`The database was not downloaded. ${dumped.error.reason}`);
        const { ending, type } = fileTypes[format];
        const name = `rowhouse-${lessonName(get())}-${dayOf(services.wallClock())}.${ending}`;
        services.saveFile({ name, type, contents: dumped.value });
        return { tone: 'done', text: `The database was downloaded as ${name}.` };
      }),

    loadDatabase: (chosen) =>
      work({ kind: 'load', name: chosen.name }, async (database) => {
        const { name } = chosen;
        const read = await readFile(chosen);
        const file = isStopped ? err({ reason: 'It was stopped.' }) : read;
        const loaded = file.ok ? await database.files.load(dumpFormatOf(file.value), file.value) : file;
        if (!loaded.ok) return failed(`${name} was not loaded. ${loaded.error.reason} Your tables are as they were.`);
        let report: FileReport | null = null;
        await during('prepare', async () => {
          // Who has turned to another lesson meanwhile does not want it there.
          if (session.lesson !== database) return database.files.forget(loaded.value);
          const replaced = await database.files.replaceBy(loaded.value);
          if (!replaced.ok) {
            report = failed(
              `${name} was read, but the database could not go on with it. ${failureText(replaced.error)}`,
            );
            return;
          }
          set(({ runCount }) => ({
            transaction: 'idle',
            // What was run before is no answer any more.
            lastRun: null,
            lastGoodRun: null,
            runCount: runCount + 1,
            travelNote: null,
          }));
          session.save();
          await get().refreshCatalog();
          get().keepEvent(`Loaded ${name}`);
          report = {
            tone: 'done',
            text: `${name} is loaded: its tables have taken the place of yours. Undo brings yours back.`,
          };
        });
        return report;
      }),

    stopFileWork: () => {
      isStopped = true;
      return session.stop();
    },
    clearFileReport: () => set({ fileReport: null }),
  };
}

async function readFile(file: ChosenFile): Promise<Result<Uint8Array<ArrayBuffer>, FileFailure>> {
  if (file.size > largestFileBytes) return err({ reason: 'It is larger than a page can hold.' });
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // Moved or deleted since it was chosen, or a directory.
    return err({ reason: 'The browser could not read it.' });
  }
}

function failed(text: string): FileReport {
  return { tone: 'failed', text };
}

/** The lesson as a part of a file's name: `normal-forms-1nf`. */
function lessonName(state: Pick<AppState, 'lesson'>): string {
  return (openLessonOf(state)?.id ?? 'lesson').replaceAll('/', '-');
}

/** The learner's own day, as in `2026-01-31`. */
function dayOf(timeMs: number): string {
  const time = new Date(timeMs);
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
