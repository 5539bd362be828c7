import * as v from 'valibot';
import type { LessonBundle } from '#content/lesson.ts';
import { scriptsThroughLesson } from '#content/opening-scripts.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { DirectoryState } from '#core/engine/directory-state.ts';
import type { TransactionStatus } from '#core/engine/outcome.ts';
import type { ShelfContents } from '#state/services.ts';

/** A step's id, or null for the introduction. */
export type SectionId = string | null;

/** What of a lesson's databases outlives the page. */
export interface KeptLesson {
  /** The learner's own. */
  readonly live: DirectoryState;
  /** The section that it belongs to, and what the catalog was when that was opened. */
  readonly section: SectionId;
  readonly catalog: Catalog;
  /** As the sections were opened. */
  readonly openings: ReadonlyMap<SectionId, DirectoryState>;
  /** The learner's own before the last run in this section, if there was one. */
  readonly before: DirectoryState | null;
  /** As the section passed last was left. */
  readonly passed: { readonly section: SectionId; readonly state: DirectoryState } | null;
}

/** What else is to be known of it. */
export interface KeptCircumstances {
  /** What an open one has done is rolled back: no transaction outlives its session. */
  readonly transaction: TransactionStatus;
  /** The editor's text when something was last run in the section: else it would count as not run yet. */
  readonly lastRunText: string | null;
  /** Stands for the lesson's own SQL as it was then. */
  readonly lessonKey: string;
}

const note = v.object({
  version: v.literal(1),
  section: v.nullable(v.string()),
  // Written by this code; the version stands for its shape.
  catalog: v.custom<Catalog>((value) => typeof value === 'object' && value !== null && 'tables' in value),
  passed: v.nullable(v.object({ section: v.nullable(v.string()) })),
  transaction: v.picklist(['idle', 'open', 'failed']),
  lastRunText: v.nullable(v.string()),
  lessonKey: v.string(),
});

const liveName = 'live';
const beforeName = 'before';
const passedName = 'passed';
const openingPrefix = 'opening:';

export function shelfContents(
  { live, before, openings, passed, section, catalog }: KeptLesson,
  circumstances: KeptCircumstances,
): ShelfContents {
  const states: Record<string, DirectoryState> = { [liveName]: live };
  for (const [id, state] of openings) states[`${openingPrefix}${id ?? ''}`] = state;
  if (before !== null) states[beforeName] = before;
  if (passed !== null) states[passedName] = passed.state;
  const written: v.InferInput<typeof note> = {
    version: 1,
    ...circumstances,
    section,
    catalog,
    passed: passed === null ? null : { section: passed.section },
  };
  return { states, note: written };
}

/** What was found of a lesson. */
export interface FoundKept extends KeptLesson, KeptCircumstances {
  /** The learner's own is damaged: it is that before the last run, or as the section was opened. */
  readonly salvagedFrom: 'before' | 'opening' | null;
}

/** Null when it is not what `shelfContents` wrote, or when the lesson has no such section any more. */
export function keptLesson({ states, note: written }: ShelfContents, { lesson }: LessonBundle): FoundKept | null {
  const parsed = v.safeParse(note, written);
  if (!parsed.success) return null;
  const { section, catalog, transaction, lastRunText, lessonKey } = parsed.output;
  const isThere = (id: SectionId): boolean => id === null || lesson.steps.some((step) => step.id === id);
  const openings = new Map<SectionId, DirectoryState>();
  for (const [name, state] of Object.entries(states)) {
    if (!name.startsWith(openingPrefix)) continue;
    const id = name.slice(openingPrefix.length) || null;
    if (isThere(id)) openings.set(id, state);
  }
  const opening = openings.get(section);
  if (opening === undefined) return null;
  const before = states[beforeName] ?? null;
  const passedState = states[passedName];
  const passedSection = parsed.output.passed?.section;
  const passed =
    passedSection === undefined || passedState === undefined || !isThere(passedSection)
      ? null
      : { section: passedSection, state: passedState };
  return {
    live: states[liveName] ?? before ?? opening,
    salvagedFrom: liveName in states ? null : before === null ? 'opening' : 'before',
    section,
    catalog,
    before,
    openings,
    passed,
    transaction,
    lastRunText,
    lessonKey,
  };
}

/** Changes when the SQL does by which the lesson makes its tables. FNV-1a, 32 bits. */
export function lessonKeyOf(bundle: LessonBundle): string {
  let hash = 0x811c9dc5;
  for (const character of scriptsThroughLesson(bundle)
    .map(({ sql }) => sql)
    .join('\0')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
