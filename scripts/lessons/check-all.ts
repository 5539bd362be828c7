import { availableParallelism } from 'node:os';
import type { LoadedLesson } from '#content/load-course.ts';
import { Gate } from './gate.ts';
import { reportLesson, type LessonReport } from './lesson-report.ts';
import { usualLimits } from './lesson-run.ts';

/** More databases at once would need more memory than the time is worth. */
const mostGates = 2;

/** Checks lessons side by side; `onReport` hears of each as soon as it is done. The reports come in the lessons' order. */
export async function checkAll(
  lessons: readonly LoadedLesson[],
  onReport: (report: LessonReport) => void,
): Promise<readonly LessonReport[]> {
  const reports = new Map<LoadedLesson, LessonReport>();
  const waiting = [...lessons];

  async function work(): Promise<void> {
    const gate = new Gate();
    for (let lesson = waiting.shift(); lesson !== undefined; lesson = waiting.shift()) {
      const report = await checkOne(lesson, gate);
      reports.set(lesson, report);
      onReport(report);
    }
    gate.close();
  }

  const gates = Math.min(mostGates, availableParallelism(), lessons.length);
  await Promise.all(Array.from({ length: gates }, work));
  return lessons.flatMap((lesson) => reports.get(lesson) ?? []);
}

async function checkOne(lesson: LoadedLesson, gate: Gate): Promise<LessonReport> {
  const { bundle, problems, read } = lesson;
  if (bundle === null || problems.length > 0) return reportLesson(lesson, null, 0);
  const { datasetPlace, continuesPlace } = read.parsed.references;
  const openingPlace = bundle.lesson.continues === null ? datasetPlace : continuesPlace;
  const started = performance.now();
  const findings = await gate.check({ bundle, openingPlace, limits: usualLimits });
  return reportLesson(lesson, findings, performance.now() - started);
}
