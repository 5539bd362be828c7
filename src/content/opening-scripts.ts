import type { Lesson, LessonBundle, OpeningScript, SqlBlock } from './lesson.ts';

/** The scripts that lead from an empty database to the state in which the lesson opens. */
export function scriptsBeforeLesson({ lesson, opening }: LessonBundle): readonly OpeningScript[] {
  return [...opening, ...setupOf(lesson, lesson.introduction.setup)];
}

/**
 * The scripts that lead from an empty database to the state in which step `index` opens: dataset or continued lesson,
 * setup, each earlier step's setup and solution, and the step's own setup.
 */
export function scriptsBeforeStep(bundle: LessonBundle, index: number): readonly OpeningScript[] {
  const own = bundle.lesson.steps[index]?.setup ?? [];
  return [...scriptsBeforeLesson(bundle), ...scriptsThroughSteps(bundle.lesson, index), ...setupOf(bundle.lesson, own)];
}

/** The scripts that lead from an empty database to the end state of the lesson's reference solutions. */
export function scriptsThroughLesson(bundle: LessonBundle): readonly OpeningScript[] {
  return [...scriptsBeforeLesson(bundle), ...scriptsThroughSteps(bundle.lesson, bundle.lesson.steps.length)];
}

function scriptsThroughSteps(lesson: Lesson, end: number): readonly OpeningScript[] {
  return lesson.steps
    .slice(0, end)
    .flatMap(({ setup, solution }) => [
      ...setupOf(lesson, setup),
      ...(solution === null ? [] : [script(lesson, 'solution', solution)]),
    ]);
}

function setupOf(lesson: Lesson, setup: readonly SqlBlock[]): readonly OpeningScript[] {
  return setup.map((block) => script(lesson, 'setup', block));
}

function script(lesson: Lesson, role: OpeningScript['role'], { sql, place }: SqlBlock): OpeningScript {
  return { role, file: lesson.file, sql, place };
}
