import type { Result } from '#core/shared/result.ts';
import type { FieldProblem, LabCard, LabValues } from './lab-card.ts';

/**
 * A kind of lab: its card, and what it computes. One folder here, one line in the registry, and a view that `app/` loads
 * when it is needed.
 */
export interface LabKind {
  readonly card: LabCard;
  /** Begins a run. The same values and seed give the same figures on every machine. Values outside their ranges throw. */
  simulate(values: LabValues, seed: number): LabRun;
  /** The values with which a sweep is run for one value of its parameter, and where its points lie. */
  sweep(id: string, values: LabValues): readonly SweepPoint[];
}

export interface SweepPoint {
  readonly x: number;
  readonly values: LabValues;
  /** What theory says of a metric here, where there is a formula. */
  readonly expected: Metrics;
}

/** Figures by name. A figure that nothing was measured for is NaN. */
export type Metrics = Readonly<Record<string, number>>;

export type RunStatus =
  | { readonly kind: 'computing' }
  | { readonly kind: 'complete' }
  /** Ended before its time: what was computed so far stands. */
  | { readonly kind: 'cut-off'; readonly reason: string };

/** A run that is computed piece by piece; what there is so far can be looked at at any time. */
export interface LabRun {
  /** Computes at most so many events more. */
  advance(events: number): RunStatus;
  readonly status: RunStatus;
  /** The share of the run that is computed, 0 to 1. */
  readonly progress: number;
  summary(): RunSummary;
  /** The moment with this number. */
  moment(index: number): Moment;
  /** The last moment at or before a time. */
  indexAt(timeMs: number): number;
  find(kinds: readonly string[], index: number, direction: 'forwards' | 'backwards'): number | null;
  /**
   * Another future from a moment of this run: what came before is shared, what is drawn by chance stays the same wherever
   * the new values do not ask for something else. Its moments are counted from its own start.
   */
  fork(index: number, values: LabValues): Result<LabRun, readonly FieldProblem[]>;
}

export interface RunSummary {
  readonly status: RunStatus;
  /** The number of the last moment. */
  readonly length: number;
  readonly startMs: number;
  readonly reachedMs: number;
  /** Over the whole run so far; of a fork since it began. */
  readonly metrics: Metrics;
  /** Of a fork: what the run that it was forked from came to since that moment, as far as it is computed. Else null. */
  readonly beside: Metrics | null;
  readonly series: SampledSeries;
  /** The first of the marks, in order. */
  readonly marks: readonly Mark[];
  /** How many events of each kind. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Samples at even distances in time; `values[name][i]` belongs to `timesMs[i]`. */
export interface SampledSeries {
  readonly timesMs: readonly number[];
  readonly values: Readonly<Record<string, readonly number[]>>;
}

export interface Mark {
  readonly index: number;
  readonly timeMs: number;
  readonly kind: string;
}

export interface Moment {
  readonly index: number;
  readonly timeMs: number;
  /** The event that led here, in words; null at the start. */
  readonly event: { readonly kind: string; readonly text: string } | null;
  /** Of the run up to here; of a fork since it began. */
  readonly metrics: Metrics;
  /** What the lab's own picture shows; plain data. */
  readonly frame: unknown;
}
