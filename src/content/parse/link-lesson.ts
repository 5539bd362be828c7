import type { Lesson, LessonBundle, OpeningScript, Problem } from '#content/lesson.ts';
import { didYouMean } from '#content/nearest.ts';
import { scriptsThroughLesson } from '#content/opening-scripts.ts';
import { code } from '#content/words.ts';
import type { ParsedLesson } from '#content/parse-lesson.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { LessonLibrary } from './lesson-library.ts';
import type { LessonLink } from './prose-links.ts';
import { reportInto } from './report.ts';

export interface LinkedLesson {
  /** Null where it cannot be told how the lesson opens. */
  readonly bundle: LessonBundle | null;
  /** Its own, and those that show only beside other files; in the order of the file. */
  readonly problems: readonly Problem[];
}

/** Follows everything a lesson refers to: its dataset, the lesson it continues, its links. */
export async function linkLesson(
  { lesson, problems: own, references }: ParsedLesson,
  library: LessonLibrary,
): Promise<LinkedLesson> {
  const problems: Problem[] = [...own];
  const report = reportInto(problems, lesson.file);
  for (const link of references.links) {
    const complaint = await complaintAbout(link, lesson, library);
    if (complaint !== null) report(link.place, complaint);
  }
  const opening = await openingOf(lesson, library, [lesson.id]);
  if (!opening.ok) {
    report(lesson.continues === null ? references.datasetPlace : references.continuesPlace, opening.error);
  }
  return {
    bundle: opening.ok ? { lesson, opening: opening.value } : null,
    problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** `trail` leads from the lesson in hand to `lesson`: by their ids, along what each continues. */
async function openingOf(
  { dataset, continues }: Lesson,
  library: LessonLibrary,
  trail: readonly string[],
): Promise<Result<readonly OpeningScript[], string>> {
  if (continues !== null) return endOf(continues, library, trail);
  if (dataset === null) return ok([]);
  const script = await library.dataset(dataset);
  if (script !== null) return ok([script]);
  const advice = didYouMean(dataset, library.datasetNames);
  return err(`There is no dataset \`${dataset}\`${forWhom(trail)}: \`datasets/${dataset}.sql\` is missing.${advice}`);
}

async function endOf(
  id: string,
  library: LessonLibrary,
  trail: readonly string[],
): Promise<Result<readonly OpeningScript[], string>> {
  if (trail.includes(id)) {
    return err(`\`continues\` leads round in a circle: ${[...trail, id].map(code).join(' → ')}.`);
  }
  const target = await library.lesson(id);
  if (target === null) {
    return err(`There is no lesson \`${id}\`${forWhom(trail)} to continue.${didYouMean(id, library.lessonIds)}`);
  }
  const { lesson } = target.parsed;
  const opening = await openingOf(lesson, library, [...trail, id]);
  return opening.ok ? ok(scriptsThroughLesson({ lesson, opening: opening.value })) : opening;
}

/** Names the lesson that something is missing for, where that is not the lesson in hand. */
function forWhom(trail: readonly string[]): string {
  return trail.length === 1 ? '' : ` for \`${trail.at(-1)}\``;
}

async function complaintAbout(link: LessonLink, from: Lesson, library: LessonLibrary): Promise<string | null> {
  const target = link.lesson === from.id ? from : (await library.lesson(link.lesson))?.parsed.lesson;
  if (target === undefined) {
    return `The link \`${link.url}\` leads nowhere: there is no lesson \`${link.lesson}\`.${didYouMean(link.lesson, library.lessonIds)}`;
  }
  const steps = target.steps.map(({ id }) => id);
  if (link.step === null || steps.includes(link.step)) return null;
  return `The link \`${link.url}\` leads nowhere: the lesson \`${target.id}\` has no step \`${link.step}\`.${didYouMean(link.step, steps)}`;
}
