import type { Result } from '#core/shared/result.ts';
import type { FieldProblem, LabValues } from './lab-card.ts';
import type { Metrics, Moment, RunSummary } from './lab-kind.ts';

/**
 * Runs labs away from the page's own thread. The page keeps a handle; run, keyframes and states stay where they were
 * computed.
 */
export interface Simulator {
  begin(request: { readonly kind: string; readonly values: LabValues; readonly seed: number }): LabHandle;
  sweep(
    request: { readonly kind: string; readonly id: string; readonly values: LabValues; readonly seed: number },
    onProgress: (points: readonly MeasuredPoint[], total: number) => void,
  ): Stoppable<readonly MeasuredPoint[]>;
  /** Ends everything that is under way. */
  close(): void;
}

/** Work under way. After `stop`, `done` resolves with what was computed so far. */
export interface Stoppable<T> {
  readonly done: Promise<Result<T, SimulatorFailure>>;
  stop(): void;
}

export interface SimulatorFailure {
  /** The worker could not be started, or died. */
  readonly kind: 'lost';
  readonly reason: string;
}

export interface MeasuredPoint {
  readonly x: number;
  readonly metrics: Metrics;
  readonly expected: Metrics;
}

export interface LabHandle extends Stoppable<RunSummary> {
  /** Calls back with what there is so far, several times a second while the run is computed. */
  onProgress(listener: (progress: number, summary: RunSummary) => void): void;
  /** A moment by its number, or the last one at or before a time. */
  moment(where: { readonly index: number } | { readonly timeMs: number }): Promise<Moment | null>;
  find(kinds: readonly string[], index: number, direction: 'forwards' | 'backwards'): Promise<number | null>;
  fork(index: number, values: LabValues): Promise<Result<LabHandle, readonly FieldProblem[]>>;
  /** Frees the run. */
  close(): void;
}
