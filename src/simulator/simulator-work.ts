import type { LabKind, LabRun, RunSummary, SweepPoint } from '#content/labs/lab-kind.ts';
import type { MeasuredPoint } from '#content/labs/simulator.ts';
import type { MessageFromSimulator } from './simulator-messages.ts';

/** How long one piece of work computes before questions are answered and the next one has its turn. */
const turnMs = 20;
/** Between two reports of progress. */
const reportMs = 100;
/** Computed between two looks at the clock. */
const pieceEvents = 256;

export interface WorkSurroundings {
  readonly post: (message: MessageFromSimulator) => void;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** Something that is computed turn by turn. */
export interface Work {
  readonly id: number;
  /** Computes for a while; false once there is nothing left to compute. */
  turn(): boolean;
  /** Reports what there is as all there will be. */
  stop(): void;
}

export class RunWork implements Work {
  readonly id: number;
  readonly run: LabRun;
  readonly #surroundings: WorkSurroundings;
  #reportedAtMs = Number.NEGATIVE_INFINITY;

  constructor(id: number, run: LabRun, surroundings: WorkSurroundings) {
    this.id = id;
    this.run = run;
    this.#surroundings = surroundings;
  }

  turn(): boolean {
    const { post, now } = this.#surroundings;
    const isOver = advanceUntil(this.run, now() + turnMs, now);
    if (isOver) {
      post({ kind: 'run-done', work: this.id, summary: this.run.summary() });
      return false;
    }
    if (now() - this.#reportedAtMs >= reportMs) {
      this.#reportedAtMs = now();
      post({ kind: 'progress', work: this.id, progress: this.run.progress, summary: this.run.summary() });
    }
    return true;
  }

  stop(): void {
    const summary: RunSummary = {
      ...this.run.summary(),
      status: { kind: 'cut-off', reason: 'It was stopped here.' },
    };
    this.#surroundings.post({ kind: 'run-done', work: this.id, summary });
  }
}

/** Runs one after another, each for one point. */
export class SweepWork implements Work {
  readonly id: number;
  readonly #kind: LabKind;
  readonly #seed: number;
  readonly #points: readonly SweepPoint[];
  readonly #surroundings: WorkSurroundings;
  readonly #measured: MeasuredPoint[] = [];
  #run: LabRun | null = null;

  constructor(id: number, kind: LabKind, points: readonly SweepPoint[], seed: number, surroundings: WorkSurroundings) {
    this.id = id;
    this.#kind = kind;
    this.#points = points;
    this.#seed = seed;
    this.#surroundings = surroundings;
  }

  turn(): boolean {
    const { post, now } = this.#surroundings;
    const endMs = now() + turnMs;
    const measuredBefore = this.#measured.length;
    for (const point of this.#points.slice(measuredBefore)) {
      this.#run ??= this.#kind.simulate(point.values, this.#seed);
      if (!advanceUntil(this.#run, endMs, now)) break;
      this.#measured.push({ x: point.x, metrics: this.#run.summary().metrics, expected: point.expected });
      this.#run = null;
      if (now() >= endMs) break;
    }
    if (this.#measured.length > measuredBefore) {
      post({ kind: 'points', work: this.id, points: [...this.#measured], total: this.#points.length });
    }
    if (this.#measured.length < this.#points.length) return true;
    this.stop();
    return false;
  }

  stop(): void {
    this.#surroundings.post({ kind: 'sweep-done', work: this.id, points: [...this.#measured] });
  }
}

/** Whether the run has come to its end. */
function advanceUntil(run: LabRun, endMs: number, now: () => number): boolean {
  do {
    if (run.advance(pieceEvents).kind !== 'computing') return true;
  } while (now() < endMs);
  return false;
}
