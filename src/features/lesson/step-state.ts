import type { Verdict } from '#content/checks/check-kind.ts';
import type { SqlFailure, TransactionStatus } from '#core/engine/outcome.ts';
import type { TryState } from '#state/answer-slice.ts';
import type { CheckLine } from './check-line.ts';
import type { LabState } from './lab-state.ts';

/** `ahead`: not reached yet, may be read; `current`: where the learner's database stands; `passed`: done before. */
export type StepStatus = 'ahead' | 'current' | 'passed';

/** What has happened to the tries and quizzes of the introduction or of a step. */
export interface SectionState {
  /** By `TryBlock.index`; a try without an entry has not been run. */
  readonly tries: readonly TryState[];
  /** By quiz id: the options that were answered last. A quiz without an entry has not been answered. */
  readonly answers: Readonly<Record<string, readonly number[]>>;
  /** By lab id. */
  readonly labs: Readonly<Record<string, LabState>>;
}

export type Grading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  /** The answer could not be judged at all: it stopped at a statement, or left a transaction open. */
  | { readonly kind: 'obstructed'; readonly obstacle: Verdict }
  /** The checks could not be asked: the database was stopped or lost on the way. */
  | { readonly kind: 'unavailable'; readonly failure: SqlFailure };

/** Where a step leads once it is done. */
export interface WayOn {
  /** The id of the heading that comes next. */
  readonly headingId: string;
  readonly isLast: boolean;
  /** What comes next is still to be done, so that this is the way to point at. */
  readonly isOpen: boolean;
}

/** Everything a step's view shows that is not in the lesson itself. */
export interface StepState extends SectionState {
  readonly status: StepStatus;
  /** Passed once, even if it is being done again. */
  readonly isPassed: boolean;
  /** One line for each check of the step and each goal of its labs, in the step's order. */
  readonly checks: readonly CheckLine[];
  readonly grading: Grading;
  readonly hintsShown: number;
  /** The transaction that the learner has left open; only the current step has one. */
  readonly transaction: TransactionStatus;
  /** Going back to this step's opening would undo something that the learner has run: ask first. */
  readonly losesWork: boolean;
  /** More than one thing was run since the step was opened: what the first ones did is still in the tables. */
  readonly hasEarlierRuns: boolean;
  /** The learner has asked for the solution before, so that it is shown without a question. */
  readonly solutionSeen: boolean;
}
