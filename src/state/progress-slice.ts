import type { LessonSummary } from '#content/lesson.ts';
import type { AppState, SliceContext } from './app-state.ts';
import {
  emptyLessonRecord,
  readLessonRecord,
  writeLessonRecord,
  type HistoryEntry,
  type LessonRecord,
} from './stored-state.ts';

/** How many runs of a lesson are remembered, and how much of each: what fits a browser's five megabytes with room. */
const historyLength = 60;
const historySqlLength = 20_000;

export interface ProgressSlice {
  /** By lesson id; a lesson never opened has none. */
  readonly records: Readonly<Record<string, LessonRecord>>;
  /** Whether the browser's storage took the last of their changes. */
  readonly areRecordsStored: boolean;
  changeRecord(lessonId: string, change: (record: LessonRecord) => Partial<LessonRecord>): void;
  /** Takes what another tab has written in the meantime. */
  readonly readRecordAgain: (lessonId: string) => void;
  readonly passStep: (lessonId: string, stepId: string) => void;
  readonly recordRun: (lessonId: string, entry: Omit<HistoryEntry, 'id'>) => void;
  /** Forgets what was passed in a lesson, what was set in its labs, and what was drawn; drafts and history stay. */
  readonly restartLesson: (lessonId: string) => void;
}

export function createProgressSlice({ set, get, services, session }: SliceContext): ProgressSlice {
  const changeRecord: ProgressSlice['changeRecord'] = (lessonId, change) => {
    const before = recordOf(get().records, lessonId);
    const record = { ...before, ...change(before) };
    set(({ records }) => ({ records: { ...records, [lessonId]: record } }));
    // Another tab has the lesson, and writes its own.
    if (!session.isOwner) return;
    const areRecordsStored = writeLessonRecord(services.storage, lessonId, record) && services.storage.isLasting;
    if (areRecordsStored !== get().areRecordsStored) set({ areRecordsStored });
    if (!areRecordsStored && services.storage.isLasting) {
      get().notify({
        id: 'storage-full',
        tone: 'warning',
        text: 'Your browser’s storage for this site is full: the last changes are kept only until you close the page. Free some space, then go on.',
      });
    }
  };

  return {
    records: readAllRecords({ get, services }),
    areRecordsStored: services.storage.isLasting,
    changeRecord,
    passStep: (lessonId, stepId) =>
      changeRecord(lessonId, ({ passedSteps }) => ({
        passedSteps: passedSteps.includes(stepId) ? passedSteps : [...passedSteps, stepId],
      })),
    recordRun: (lessonId, entry) =>
      changeRecord(lessonId, ({ history }) => {
        const id = (history.at(-1)?.id ?? 0) + 1;
        const kept = { ...entry, id, sql: entry.sql.slice(0, historySqlLength) };
        return { history: [...history, kept].slice(-historyLength) };
      }),
    readRecordAgain: (lessonId) =>
      set(({ records }) => ({
        records: { ...records, [lessonId]: readLessonRecord(services.storage, lessonId).value },
      })),
    restartLesson: (lessonId) =>
      changeRecord(lessonId, () => ({ passedSteps: [], currentStep: null, answers: {}, labs: {}, drawing: [] })),
  };
}

export function recordOf(records: ProgressSlice['records'], lessonId: string): LessonRecord {
  return records[lessonId] ?? emptyLessonRecord;
}

/** The ids of the lessons of which every step has been passed. */
export function finishedLessons({ course, records }: Pick<AppState, 'course' | 'records'>): readonly string[] {
  return course.tracks
    .flatMap(({ lessons }) => lessons)
    .filter(({ id, steps }) => steps.every((step) => recordOf(records, id).passedSteps.includes(step.id)))
    .map(({ id }) => id);
}

export function passedStepsByLesson({
  records,
}: Pick<AppState, 'records'>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(records).map(([id, { passedSteps }]) => [id, passedSteps]));
}

/** Where the learner stopped last, or the lesson after it when that one is finished; null before the first lesson. */
export function lastOpened({ course, records }: Pick<AppState, 'course' | 'records'>) {
  const lessons = course.tracks.flatMap((track) => track.lessons).filter(({ id }) => records[id] !== undefined);
  const [last] = lessons.toSorted((a, b) => recordOf(records, b.id).openedAtMs - recordOf(records, a.id).openedAtMs);
  const lesson = last === undefined ? undefined : nextToDo({ course, records }, last);
  const step = lesson?.steps.find(({ id }) => id === recordOf(records, lesson.id).currentStep) ?? lesson?.steps[0];
  if (lesson === undefined || step === undefined) return null;
  return { lessonId: lesson.id, lessonTitle: lesson.title, stepId: step.id, stepTitle: step.title };
}

/** The lesson itself while it is not finished, else the next one that is not. */
function nextToDo(state: Pick<AppState, 'course' | 'records'>, lesson: LessonSummary): LessonSummary {
  const finished = finishedLessons(state);
  const all = state.course.tracks.flatMap(({ lessons }) => lessons);
  const from = all.findIndex(({ id }) => id === lesson.id);
  return all.slice(from).find(({ id }) => !finished.includes(id)) ?? lesson;
}

function readAllRecords({ get, services }: Pick<SliceContext, 'get' | 'services'>): ProgressSlice['records'] {
  const records: Record<string, LessonRecord> = {};
  for (const { id } of services.courseSource.course.tracks.flatMap(({ lessons }) => lessons)) {
    const { value, setAside } = readLessonRecord(services.storage, id);
    if (value !== emptyLessonRecord) records[id] = value;
    if (setAside === null) continue;
    // The store is still being made: the notice follows once it stands.
    queueMicrotask(() =>
      get().notify({
        id: `set-aside-${id}`,
        tone: 'warning',
        text: `What was stored of the lesson ${id} could not be read (another version, or damaged). It was set aside as “${setAside}” in this browser’s storage; the lesson starts afresh.`,
      }),
    );
  }
  return records;
}
