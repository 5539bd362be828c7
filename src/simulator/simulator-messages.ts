import type { FieldProblem, LabValues } from '#content/labs/lab-card.ts';
import type { Moment, RunSummary } from '#content/labs/lab-kind.ts';
import type { MeasuredPoint } from '#content/labs/simulator.ts';

/**
 * What the page and the simulator say to each other; all of it plain data that survives a structured clone. The page gives
 * every run and sweep ("work") its number, and every question.
 */
export type MessageToSimulator =
  | {
      readonly kind: 'begin';
      readonly work: number;
      readonly lab: string;
      readonly values: LabValues;
      readonly seed: number;
    }
  | {
      readonly kind: 'sweep';
      readonly work: number;
      readonly lab: string;
      readonly id: string;
      readonly values: LabValues;
      readonly seed: number;
    }
  | { readonly kind: 'stop'; readonly work: number }
  | { readonly kind: 'close'; readonly work: number }
  | { readonly kind: 'ask'; readonly work: number; readonly id: number; readonly question: Question };

/** Asked of a run, whether it is still computed or not. */
export type Question =
  | { readonly kind: 'moment'; readonly where: MomentPlace }
  | {
      readonly kind: 'find';
      readonly kinds: readonly string[];
      readonly index: number;
      readonly direction: 'forwards' | 'backwards';
    }
  /** Begins the work `as`, if it can. */
  | { readonly kind: 'fork'; readonly as: number; readonly index: number; readonly values: LabValues };

export type MomentPlace = { readonly index: number } | { readonly timeMs: number };

export type Answer =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'found'; readonly index: number | null }
  | { readonly kind: 'forked' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }
  /** There is no such run any more. */
  | { readonly kind: 'gone' };

export type MessageFromSimulator =
  | { readonly kind: 'progress'; readonly work: number; readonly progress: number; readonly summary: RunSummary }
  | { readonly kind: 'run-done'; readonly work: number; readonly summary: RunSummary }
  | {
      readonly kind: 'points';
      readonly work: number;
      readonly points: readonly MeasuredPoint[];
      readonly total: number;
    }
  | { readonly kind: 'sweep-done'; readonly work: number; readonly points: readonly MeasuredPoint[] }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  /** Bugs of ours. */
  | { readonly kind: 'work-broken'; readonly work: number; readonly reason: string }
  | { readonly kind: 'question-broken'; readonly id: number; readonly reason: string };
