import type { Problem } from '#content/lesson.ts';

/** Hears what the gate finds while it goes on, so that nothing is lost when a script never ends. */
export interface GateObserver {
  /** A script begins and has `limitMs` until it has ended or another begins; should it not, `blame` is the problem. */
  begins(limitMs: number, blame: Problem): void;
  ended(): void;
  found(problem: Problem): void;
  /** A step keeps all that it promises; counts from 0. */
  proved(stepIndex: number): void;
}
