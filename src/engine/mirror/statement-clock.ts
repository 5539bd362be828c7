import type { RunProgress } from '#engine/run-script.ts';

/** Measures each statement of a run, and calls `onLimit` when one takes longer than `limitMs`. */
export class StatementClock implements RunProgress {
  readonly #limitMs: number | undefined;
  readonly #onLimit: (limitMs: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limitMs: number | undefined, onLimit: (limitMs: number) => void) {
    this.#limitMs = limitMs;
    this.#onLimit = onLimit;
  }

  onSplit(): void {
    this.#wind();
  }

  onOutcome(): void {
    this.#wind();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wind(): void {
    this.stop();
    const limitMs = this.#limitMs;
    if (limitMs !== undefined) this.#timer = setTimeout(() => this.#onLimit(limitMs), limitMs);
  }
}
