import * as v from 'valibot';
import { defaultConventions } from '#core/design/naming.ts';
import { storedEdit } from '#state/schema-lab/stored-edit.ts';
import type { KeyValueStore } from './services.ts';

/**
 * What survives a reload. Each record has a key of its own, so that two tabs on different lessons do not overwrite each
 * other. A record of an unknown version, or one that does not read, is set aside under another key and never thrown away.
 */
const version = 1;
const prefix = 'rowhouse';

const historyEntry = v.object({
  id: v.number(),
  atMs: v.number(),
  sql: v.string(),
  stepId: v.nullable(v.string()),
  /** `replaced`: text that stood in the editor unrun when other text was put there. */
  outcome: v.picklist(['ok', 'failed', 'stopped', 'replaced']),
  sqlState: v.nullable(v.string()),
  rowCount: v.nullable(v.number()),
  durationMs: v.number(),
});

const statedDependency = v.object({
  kind: v.picklist(['functional', 'multivalued']),
  origin: v.picklist(['stated', 'found']),
  determinant: v.pipe(v.array(v.string()), v.readonly()),
  dependents: v.pipe(v.array(v.string()), v.readonly()),
});

const lessonRecord = v.object({
  passedSteps: v.array(v.string()),
  /** Where the learner is. */
  currentStep: v.nullable(v.string()),
  /** The editor's text, by step. */
  drafts: v.record(v.string(), v.string()),
  hintsShown: v.record(v.string(), v.number()),
  /** The options last chosen in a quiz, by `<section>/<quiz>`. */
  answers: v.record(v.string(), v.array(v.number())),
  /** Steps whose solution the learner has asked for. */
  solutionsSeen: v.array(v.string()),
  history: v.array(historyEntry),
  /** What was set in the lesson's labs, by lab and parameter. Records from before there were labs have none. */
  labs: v.optional(v.record(v.string(), v.record(v.string(), v.union([v.number(), v.string()]))), {}),
  /** What was drawn on the schema and not run. Records from before that have none; a drawing that does not read is none. */
  drawing: v.optional(v.fallback(v.array(storedEdit), []), []),
  /** What was said to be always true of a table, by its `objectKey`. Records from before that have none. */
  dependencies: v.optional(v.fallback(v.record(v.string(), v.pipe(v.array(statedDependency), v.readonly())), {}), {}),
  openedAtMs: v.number(),
});

/** Longer than any statement of a lesson takes, on a slow machine too. */
const defaultStatementLimitS = 30;

const naming = v.object({
  keyColumn: v.picklist(['id', 'table-id']),
  keyType: v.picklist(['bigint', 'integer', 'uuid']),
  reference: v.picklist(['singular', 'as-typed']),
  junction: v.picklist(['as-typed', 'first-singular']),
});

const preferences = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  /** The share of the width, or of the height, that the first pane of a split has, in percent. */
  splits: v.record(v.string(), v.number()),
  /** After how many seconds a statement is stopped, or null for never. Records from before there was a limit have none. */
  statementLimitS: v.optional(v.nullable(v.pipe(v.number(), v.gtValue(0))), defaultStatementLimitS),
  /** How what is drawn is named. Records from before there was drawing have none. */
  naming: v.optional(v.fallback(naming, defaultConventions), defaultConventions),
});

export type LessonRecord = v.InferOutput<typeof lessonRecord>;
export type HistoryEntry = v.InferOutput<typeof historyEntry>;
export type Preferences = v.InferOutput<typeof preferences>;
export type Theme = Preferences['theme'];

export const emptyLessonRecord: LessonRecord = {
  passedSteps: [],
  currentStep: null,
  drafts: {},
  hintsShown: {},
  answers: {},
  solutionsSeen: [],
  history: [],
  labs: {},
  drawing: [],
  dependencies: {},
  openedAtMs: 0,
};

export const defaultPreferences: Preferences = {
  theme: 'system',
  splits: {},
  statementLimitS: defaultStatementLimitS,
  naming: defaultConventions,
};

interface Read<T> {
  readonly value: T;
  /** The key under which an unreadable record was kept, or null. */
  readonly setAside: string | null;
}

export function readLessonRecord(storage: KeyValueStore, lessonId: string): Read<LessonRecord> {
  return read(storage, `lesson:${lessonId}`, lessonRecord, emptyLessonRecord);
}

export function writeLessonRecord(storage: KeyValueStore, lessonId: string, record: LessonRecord): boolean {
  return write(storage, `lesson:${lessonId}`, record);
}

export function readPreferences(storage: KeyValueStore): Read<Preferences> {
  return read(storage, 'preferences', preferences, defaultPreferences);
}

export function writePreferences(storage: KeyValueStore, value: Preferences): boolean {
  return write(storage, 'preferences', value);
}

function read<T>(storage: KeyValueStore, name: string, schema: v.GenericSchema<unknown, T>, initial: T): Read<T> {
  const key = `${prefix}:${name}`;
  const text = storage.read(key);
  if (text === null) return { value: initial, setAside: null };
  const parsed = v.safeParse(v.object({ version: v.literal(version), value: schema }), parseJson(text));
  if (parsed.success) return { value: parsed.output.value, setAside: null };
  const asideKey = `${prefix}:set-aside:${name}`;
  if (storage.write(asideKey, text)) storage.remove(key);
  return { value: initial, setAside: asideKey };
}

function write(storage: KeyValueStore, name: string, value: unknown): boolean {
  return storage.write(`${prefix}:${name}`, JSON.stringify({ version, value }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
