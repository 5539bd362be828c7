import { isMetricCheck } from './checks/metric.ts';
import type { LessonBundle, Section, Step } from './lesson.ts';

/** Whether any SQL belongs to a lesson, or a panel that shows a database. One of prose, questions and labs needs none. */
export function needsDatabase({ lesson, opening }: LessonBundle): boolean {
  return (
    opening.length > 0 ||
    lesson.dataset !== null ||
    lesson.continues !== null ||
    lesson.panels.length > 0 ||
    runsSql(lesson.introduction) ||
    lesson.steps.some((step) => runsSql(step) || asksForSql(step))
  );
}

function runsSql({ blocks, setup }: Section): boolean {
  return setup.length > 0 || blocks.some(({ kind }) => kind === 'try' || kind === 'table-lab');
}

function asksForSql({ starter, solution, rights, wrongs, checks }: Step): boolean {
  const answers = [starter, solution, ...rights, ...wrongs];
  return answers.some((answer) => answer !== null) || !checks.every(isMetricCheck);
}
