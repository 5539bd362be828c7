import type { LoadedLesson } from '#content/load-course.ts';
import type { Problem } from '#content/lesson.ts';
import type { GateFindings } from './gate.ts';

/** What the gate says of one lesson, or of `course.yaml`, which has no steps. */
export interface LessonReport {
  readonly id: string;
  readonly file: string;
  readonly ok: boolean;
  readonly steps: readonly { readonly title: string; readonly ok: boolean }[];
  readonly problems: readonly Problem[];
  readonly durationMs: number;
}

/** Without findings none of the steps is proved: the lesson was not run, because it does not even read. */
export function reportLesson({ id, file, lesson, problems }: LoadedLesson, findings: GateFindings | null, durationMs: number): LessonReport {
  const all = [...problems, ...(findings?.problems ?? [])].toSorted((a, b) => a.line - b.line || a.column - b.column);
  return {
    id,
    file,
    ok: all.length === 0,
    steps: lesson.steps.map(({ title }, index) => ({ title, ok: findings?.provedSteps.has(index) ?? false })),
    problems: all,
    durationMs,
  };
}

/** The problems of files that are no lesson, a report for each file. */
export function reportOtherFiles(problems: readonly Problem[], prefix: string): readonly LessonReport[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files.map((file) => ({
    id: file.slice(prefix.length).replace(/\.(md|yaml)$/, ''),
    file,
    ok: false,
    steps: [],
    problems: problems.filter((problem) => problem.file === file),
    durationMs: 0,
  }));
}
