import type { FieldProblem, LabCard, LabValues } from '#content/labs/lab-card.ts';
import type { Moment, RunSummary } from '#content/labs/lab-kind.ts';
import type { MeasuredPoint } from '#content/labs/simulator.ts';

/** The lab that is open, on a page of its own or in a lesson: all that its frame shows. */
export interface OpenLab {
  readonly card: LabCard;
  readonly place: LabPlace;
  /** The values it began with, and goes back to. */
  readonly initial: LabValues;
  /** Fields that the learner may move; the others are given. */
  readonly controls: readonly string[];
  readonly values: LabValues;
  /** What was asked for and not taken, by field. */
  readonly problems: readonly FieldProblem[];
  /** Texts that were asked for and not taken: they stand in their fields until they, or what they clash with, are mended. */
  readonly asked: LabValues;
  readonly seed: number;
  readonly seedProblem: string | null;
  readonly run: LabRunState;
  /** Where the learner looks; null until there is something to see. */
  readonly moment: Moment | null;
  readonly isPlaying: boolean;
  /** Simulated milliseconds to a millisecond of play. */
  readonly speed: number;
  /** What the last jump did not find. */
  readonly note: string | null;
  readonly fork: LabFork | null;
}

export type LabPlace =
  { readonly kind: 'own' } | { readonly kind: 'lesson'; readonly lessonId: string; readonly labId: string };

/** `summary` is of what was computed so far, or of the run before until the next one has something to say. */
export type LabRunState =
  | { readonly kind: 'running'; readonly progress: number; readonly summary: RunSummary | null }
  | { readonly kind: 'ended'; readonly summary: RunSummary }
  | { readonly kind: 'lost'; readonly reason: string; readonly summary: RunSummary | null };

/** Another future: the same run up to a moment, and other values from there. */
export interface LabFork {
  readonly index: number;
  readonly timeMs: number;
  readonly values: LabValues;
  readonly run: LabRunState;
  /** At the same time as the lab's own moment; null before the fork. */
  readonly moment: Moment | null;
}

export type SweepState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running' | 'ended';
      readonly id: string;
      /** The values that the points were measured with, the swept one aside. */
      readonly of: LabValues;
      readonly points: readonly MeasuredPoint[];
      readonly total: number;
    }
  | { readonly kind: 'lost'; readonly reason: string };

/** The values that the controls show and move: the fork's while there is one. */
export function movedValues({ fork, values }: Pick<OpenLab, 'fork' | 'values'>): LabValues {
  return fork?.values ?? values;
}

/** What stands in the controls: the same, and texts that were not taken. */
export function writtenValues(lab: Pick<OpenLab, 'fork' | 'values' | 'asked'>): LabValues {
  return { ...movedValues(lab), ...lab.asked };
}

/** What a lab opens with. */
export interface LabOpening {
  readonly kind: string;
  readonly place: LabPlace;
  readonly initial: LabValues;
  readonly values: LabValues;
  readonly problems: readonly FieldProblem[];
  readonly controls: readonly string[];
  readonly seed: number;
  readonly seedProblem: string | null;
  /** The moment to look at, or null for the middle of the run. */
  readonly at: number | null;
  readonly fork: { readonly at: number; readonly values: LabValues } | null;
}
