import * as v from 'valibot';
import { recordVersion, type Generation, type LessonRecord } from './vault-database.ts';
import { xxhash32 } from './xxhash32.ts';

const generationSchema = v.object({
  number: v.number(),
  states: v.record(v.string(), v.number()),
  note: v.unknown(),
  checksum: v.number(),
});

const recordSchema = v.object({
  lesson: v.string(),
  owner: v.string(),
  number: v.number(),
  version: v.literal(recordVersion),
  place: v.string(),
  current: v.unknown(),
  previous: v.unknown(),
});

export function newGeneration(content: Omit<Generation, 'checksum'>): Generation {
  return { ...content, checksum: checksumOf(content) };
}

export interface RecordReading {
  readonly record: LessonRecord;
  /** The newest first, without those that are damaged. */
  readonly generations: readonly Generation[];
  /** Nothing was ever written. */
  readonly isEmpty: boolean;
}

/** Null when it is of another version, or not a lesson's record at all. */
export function readRecord(stored: unknown): RecordReading | null {
  const parsed = v.safeParse(recordSchema, stored);
  if (!parsed.success) return null;
  const current = readGeneration(parsed.output.current);
  const previous = readGeneration(parsed.output.previous);
  return {
    record: { ...parsed.output, current, previous },
    generations: [current, previous].filter((generation) => generation !== null),
    isEmpty: parsed.output.current === null,
  };
}

function readGeneration(stored: unknown): Generation | null {
  const parsed = v.safeParse(generationSchema, stored);
  return parsed.success && parsed.output.checksum === checksumOf(parsed.output) ? parsed.output : null;
}

function checksumOf({ number, states, note }: Omit<Generation, 'checksum'>): number {
  return xxhash32(new TextEncoder().encode(JSON.stringify([number, states, note], inJson)));
}

/** What a structured clone carries and JSON does not, near enough for a checksum. */
function inJson(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Map || value instanceof Set) return [...value];
  return value;
}
