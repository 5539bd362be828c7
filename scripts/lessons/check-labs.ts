import { gradeGoals, gradeMetricCheck, isJudgedByLabs, labsOf, tableLabsOf, type LabFigures } from '#content/grade-labs.ts';
import { findTable, noSuchTable } from '#content/checks/find-table.ts';
import { isMetricCheck } from '#content/checks/metric.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import type { LabKind, Metrics, RunSummary } from '#content/labs/lab-kind.ts';
import type { Lab, Step } from '#content/lesson.ts';
import type { KeptState, LessonRun } from './lesson-run.ts';
import type { LessonWatch } from './lesson-watch.ts';

/** How many events are computed between two looks at whether the run is over. */
const eventsAtOnce = 100_000;

/** What the runs of a lesson's labs gave. */
export interface MeasuredLabs {
  /** The labs that keep what they promise, by id. */
  readonly proved: ReadonlySet<string>;
  /** As a learner finds them when the step opens: labs of earlier steps solved, the others as they open. */
  readonly before: (stepIndex: number) => LabFigures;
  /** As they are once the step's labs are solved as well. */
  readonly after: (stepIndex: number) => LabFigures;
}

interface MeasuredLab {
  readonly stepIndex: number;
  readonly id: string;
  readonly start: Metrics;
  readonly solution: Metrics;
}

/** Runs every lab of the lesson to its end, as it opens and with its solution: the one misses the goal, the other reaches it. */
export function measureLabs(watch: LessonWatch, kinds: ReadonlyMap<string, LabKind>): MeasuredLabs {
  const proved = new Set<string>();
  const measured = watch.lesson.steps.flatMap((step, stepIndex) =>
    labsOf(step).map((lab): MeasuredLab => {
      const start = simulate(watch, kinds, lab, lab.values, 'as it opens');
      const solution = lab.solution === null ? null : simulate(watch, kinds, lab, lab.solution, 'with its solution');
      if (solution === null || isProved(watch, lab, start, solution)) proved.add(lab.id);
      return { stepIndex, id: lab.id, start: start.metrics, solution: (solution ?? start).metrics };
    }),
  );
  const solvedUpTo = (end: number): LabFigures =>
    new Map(measured.map(({ id, stepIndex, start, solution }) => [id, stepIndex < end ? solution : start]));
  return { proved, before: solvedUpTo, after: (stepIndex) => solvedUpTo(stepIndex + 1) };
}

function isProved(watch: LessonWatch, lab: Lab, start: RunSummary, solution: RunSummary): boolean {
  const problems: string[] = [];
  if (gradeGoals(lab, start.metrics).every(({ ok }) => ok)) {
    problems.push(`The lab \`${lab.id}\` opens with its goal reached: begin where some of it is still to be done.`);
  }
  if (solution.status.kind === 'cut-off') {
    problems.push(`The lab \`${lab.id}\` is cut off with its solution. ${solution.status.reason}`);
  }
  for (const problem of problems) watch.report(lab.place, problem);
  const missed = gradeGoals(lab, solution.metrics).flatMap(({ ok, message }, index) => {
    const place = lab.goal[index]?.place ?? lab.place;
    return ok ? [] : [{ place, message }];
  });
  for (const { place, message } of missed) {
    watch.report(place, `The solution of the lab \`${lab.id}\` does not reach this goal: ${message}`);
  }
  return problems.length === 0 && missed.length === 0;
}

function simulate(
  watch: LessonWatch,
  kinds: ReadonlyMap<string, LabKind>,
  lab: Lab,
  values: LabValues,
  how: string,
): RunSummary {
  const kind = kinds.get(lab.kind);
  // A lesson that was parsed names labs that there are.
  if (kind === undefined) throw new Error(`no lab kind ${lab.kind}`);
  watch.answerBegins(lab.place, `The lab \`${lab.id}\`, run ${how},`);
  const run = kind.simulate(values, lab.seed);
  while (run.advance(eventsAtOnce).kind === 'computing');
  watch.ended();
  return run.summary();
}

/** Whether the checks of a step that asks no database fail as its labs open, and hold with their solutions. */
export function checkMetrics(watch: LessonWatch, step: Step, before: LabFigures, after: LabFigures): boolean {
  const checks = step.checks.filter(isMetricCheck);
  if (!isJudgedByLabs(step) || checks.length === 0) return true;
  const isOpen = checks.some((check) => !gradeMetricCheck(check, before).ok);
  if (!isOpen) watch.report(step.place, nothingToDo);
  let passed = isOpen;
  for (const check of checks) {
    const { ok, message } = gradeMetricCheck(check, after);
    if (ok) continue;
    watch.report(check.place, `The solution of the lab \`${check.params.lab}\` does not pass the check \`${check.id}\`: ${message}`);
    passed = false;
  }
  return passed;
}

/** Whether the tables that labs are about are there when their step opens. */
export function checkTableLabs({ watch }: LessonRun, step: Step, { catalog }: KeptState): boolean {
  const lost = tableLabsOf(step).filter(({ table }) => findTable(catalog, table) === null);
  for (const { table, place } of lost) watch.report(place, noSuchTable(catalog, table));
  return lost.length === 0;
}

export const nothingToDo =
  'Every check of this step holds before anything is done: add one that fails until the learner has answered.';
