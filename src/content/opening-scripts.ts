import type { Lesson, LessonBundle, OpeningScript, Section, SqlBlock } from './lesson.ts';

/** The scripts that lead from an empty database to the state in which the lesson opens. */
export function scriptsBeforeLesson({ lesson, opening }: LessonBundle): readonly OpeningScript[] {
  return [...opening, ...setupScripts(lesson, lesson.introduction)];
}

/**
 * The scripts that lead from an empty database to the state in which step `index` opens: dataset or continued lesson,
 * setup, each earlier step's setup and solution, and the step's own setup.
 */
export function scriptsBeforeStep(bundle: LessonBundle, index: number): readonly OpeningScript[] {
  const step = bundle.lesson.steps[index];
  return [
    ...scriptsBeforeLesson(bundle),
    ...scriptsThroughSteps(bundle.lesson, index),
    ...(step === undefined ? [] : setupScripts(bundle.lesson, step)),
  ];
}

/** The scripts that lead from an empty database to the end state of the lesson's reference solutions. */
export function scriptsThroughLesson(bundle: LessonBundle): readonly OpeningScript[] {
  return [...scriptsBeforeLesson(bundle), ...scriptsThroughSteps(bundle.lesson, bundle.lesson.steps.length)];
}

/** The setup of one section of a lesson. */
export function setupScripts(lesson: Lesson, { setup }: Section): readonly OpeningScript[] {
  return setup.map((block) => script(lesson, 'setup', block));
}

function scriptsThroughSteps(lesson: Lesson, end: number): readonly OpeningScript[] {
  return lesson.steps
    .slice(0, end)
    .flatMap((step) => [
      ...setupScripts(lesson, step),
      ...(step.solution === null ? [] : [script(lesson, 'solution', step.solution)]),
    ]);
}

function script(lesson: Lesson, role: OpeningScript['role'], { sql, place }: SqlBlock): OpeningScript {
  return { role, file: lesson.file, sql, place };
}
