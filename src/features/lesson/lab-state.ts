import { isMetricCheck } from '#content/checks/metric.ts';
import { describeGoal, gradeGoals, labsOf } from '#content/grade-labs.ts';
import type { LabField, LabValue, LabValues } from '#content/labs/lab-card.ts';
import { labCards } from '#content/labs/lab-cards.ts';
import { parameterText } from '#content/labs/parameter-text.ts';
import { shownFields } from '#content/labs/shown-fields.ts';
import type { Metrics } from '#content/labs/lab-kind.ts';
import type { Lab, Section, Step } from '#content/lesson.ts';
import { valuesOf } from '#state/labs/lesson-labs-slice.ts';
import type { CheckLine } from './check-line.ts';

/** What a lab's card in the text shows. */
export interface LabState {
  readonly title: string;
  /** The question that it answers. */
  readonly summary: string;
  /** Its step is passed, whatever was run since. */
  readonly isPassed: boolean;
  /** One line for each goal, in the author's order. */
  readonly goals: readonly CheckLine[];
  /** As the learner left it. */
  readonly parameters: readonly LabParameter[];
  /** The controls as the author's solution sets them; none without a goal. */
  readonly solution: readonly LabParameter[];
}

export interface LabParameter {
  readonly path: string;
  readonly label: string;
  /** With its unit. */
  readonly value: string;
  /** The learner may move it. */
  readonly isFree: boolean;
  /** Another than the lesson opens with. */
  readonly isMoved: boolean;
}

export interface LabFacts {
  /** The figures of the labs' last runs, by lab id. */
  readonly labRuns: Readonly<Record<string, Metrics>>;
  /** What the learner has set, by lab id. */
  readonly labs: Readonly<Record<string, LabValues>>;
}

/** The labs of a section by id. */
export function labStatesOf(section: Section, facts: LabFacts, isPassed: boolean): Readonly<Record<string, LabState>> {
  return Object.fromEntries(labsOf(section).map((lab) => [lab.id, labStateOf(lab, facts, isPassed)]));
}

/** The lab that stands in the way of a step that its labs judge: its own first one with a goal, else one it asks about. */
export function labToOpen(step: Step): string {
  const own = labsOf(step).find(({ goal }) => goal.length > 0);
  return own?.id ?? step.checks.find(isMetricCheck)?.params.lab ?? '';
}

/** The goals of a lab as lines, judged by its last run. */
export function goalLinesOf(lab: Lab, metrics: Metrics | undefined): readonly CheckLine[] {
  const verdicts = metrics === undefined ? [] : gradeGoals(lab, metrics);
  return lab.goal.map((goal, index) => ({
    id: `lab ${lab.id} ${index}`,
    description: describeGoal(goal),
    verdict: verdicts[index] ?? null,
  }));
}

function labStateOf(lab: Lab, { labRuns, labs }: LabFacts, isPassed: boolean): LabState {
  const card = labCards.get(lab.kind);
  const fields = card === undefined ? [] : shownFields(card);
  const { solution } = lab;
  return {
    title: card?.title ?? lab.kind,
    summary: card?.summary ?? '',
    goals: goalLinesOf(lab, labRuns[lab.id]),
    isPassed,
    parameters: parametersOf(lab, fields, valuesOf(lab, labs[lab.id])).filter(
      // What the lesson leaves as it is in every lab of this kind says nothing about this one.
      ({ path, isFree, isMoved }) =>
        isMoved || (isFree && lab.goal.length > 0) || lab.values[path] !== initialOf(fields, path),
    ),
    solution: solution === null ? [] : parametersOf(lab, fields, solution).filter(({ isFree }) => isFree),
  };
}

function parametersOf(
  { values: start, controls }: Lab,
  fields: readonly LabField[],
  values: LabValues,
): readonly LabParameter[] {
  return fields.map((field) => ({
    path: field.path,
    label: field.label,
    value: parameterText(field, values[field.path]),
    isFree: controls.includes(field.path),
    isMoved: values[field.path] !== start[field.path],
  }));
}

function initialOf(fields: readonly LabField[], path: string): LabValue | undefined {
  return fields.find((field) => field.path === path)?.initial;
}
