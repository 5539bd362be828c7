import type { LessonReport } from './lesson-report.ts';

/** One lesson for someone at a terminal. */
export function lessonText({ id, ok, problems, steps, durationMs }: LessonReport): string {
  const proved = steps.filter((step) => step.ok).length;
  const headline = `${ok ? 'ok  ' : 'FAIL'}  ${id}  ${proved} of ${steps.length} steps, ${seconds(durationMs)}`;
  const details = problems.map(({ file, line, column, message }) => `      ${file}:${line}:${column}\n        ${message}`);
  return [headline, ...details].join('\n');
}

export function summaryText(reports: readonly LessonReport[], durationMs: number): string {
  const failed = reports.filter(({ ok }) => !ok).length;
  const success = reports.length === 1 ? 'The lesson holds.' : `All ${reports.length} lessons hold.`;
  const verdict = failed === 0 ? success : `${failed} of ${reports.length} fall short.`;
  return `${verdict} ${seconds(durationMs)}`;
}

/** The workflow commands by which GitHub shows each problem in its file. */
export function annotations({ problems }: LessonReport): readonly string[] {
  return problems.map(({ file, line, column, message }) => {
    const properties = `file=${escapeProperty(file)},line=${line},col=${column}`;
    return `::error ${properties}::${escapeData(message)}`;
  });
}

/** The document that other programs read. */
export function reportDocument(reports: readonly LessonReport[]): string {
  const lessons = reports.map(({ id, file, ok, steps, problems }) => ({
    id,
    file,
    ok,
    steps,
    problems: problems.map(({ line, column, message }) => ({ line, column, message })),
  }));
  return JSON.stringify({ ok: reports.every(({ ok }) => ok), lessons }, null, 2);
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
