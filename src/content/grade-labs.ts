import type { Check, Verdict } from './checks/check-kind.ts';
import { gradeMetric, isMetricCheck, type MetricParams } from './checks/metric.ts';
import { describeFigure, figureVerdict } from './figure-verdict.ts';
import type { LabValues } from './labs/lab-card.ts';
import type { Metrics } from './labs/lab-kind.ts';
import type { Lab, LabGoal, Lesson, Section, Step, TableLab } from './lesson.ts';

/** The figures of the learner's own runs, by the ids of the labs; a lab that was not run yet has none. */
export type LabFigures = ReadonlyMap<string, Metrics>;

export function labsOf({ blocks }: Pick<Section, 'blocks'>): readonly Lab[] {
  return blocks.flatMap((block) => (block.kind === 'lab' ? [block.lab] : []));
}

/** The labs on tables of a section. */
export function tableLabsOf({ blocks }: Pick<Section, 'blocks'>): readonly TableLab[] {
  return blocks.flatMap((block) => (block.kind === 'table-lab' ? [block.lab] : []));
}

export function labOf({ steps }: Lesson, labId: string): Lab | null {
  return steps.flatMap(labsOf).find(({ id }) => id === labId) ?? null;
}

/** What the labs of a section are to be brought to. */
export function goalsOf(section: Pick<Section, 'blocks'>): readonly LabGoal[] {
  return labsOf(section).flatMap(({ goal }) => goal);
}

/** A lab of it is to be brought to a goal. */
export function hasLabGoal(step: Pick<Section, 'blocks'>): boolean {
  return goalsOf(step).length > 0;
}

/** Whether its own figures judge a step: the lab's goals and `metric` checks, and nothing that asks the database. */
export function isJudgedByLabs(step: Step): boolean {
  return (hasLabGoal(step) || step.checks.length > 0) && step.checks.every(isMetricCheck);
}

/** What a goal asks, as a clause that completes "Your run must …". */
export function describeGoal({ metric, is }: LabGoal): string {
  return describeFigure(metric, is);
}

/** One verdict for each goal of a lab, in its order. */
export function gradeGoals({ goal }: Lab, metrics: Metrics): readonly Verdict[] {
  return goal.map(({ metric, is, says }) => inAuthorsWords(figureVerdict(metric, is, metrics), says));
}

/** Whether every lab of a step has come to its goal. */
export function areGoalsReached(step: Pick<Section, 'blocks'>, figures: LabFigures): boolean {
  return labsOf(step).every((lab) => {
    const metrics = figures.get(lab.id);
    return lab.goal.length === 0 || (metrics !== undefined && gradeGoals(lab, metrics).every(({ ok }) => ok));
  });
}

/** The verdict on a `metric` check. */
export function gradeMetricCheck({ params, says }: Check<MetricParams>, figures: LabFigures): Verdict {
  return inAuthorsWords(gradeMetric(params, figures), says);
}

/** The author says what was asked; what was found is not theirs to know. */
export function inAuthorsWords({ finding, ...verdict }: Verdict, says: string | null): Verdict {
  if (verdict.ok || says === null) return verdict;
  return { ...verdict, message: [says, finding ?? verdict.message].filter(Boolean).join(' ') };
}

/** Whether a run kept what the learner may not move, so that its figures count for the goal. */
export function isWithinControls({ values, controls }: Lab, moved: LabValues): boolean {
  return Object.entries(values).every(([path, value]) => controls.includes(path) || moved[path] === value);
}
