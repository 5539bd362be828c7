import type { Lesson, Place, Problem } from '#content/lesson.ts';
import type { GateObserver } from './gate-observer.ts';

/** Limits are of processor time, so that a lesson does not fail because its machine is busy with something else. */
export interface TimeLimits {
  /** All setup of a lesson together, its dataset and the lessons it continues included. */
  readonly setupMs: number;
  /** One answer or one try, and its grading, or one run of a lab. */
  readonly answerMs: number;
}

/** How much longer than its processor time something may take by the clock before it is ended as endless. */
const patience = 3;

/** Tells of one lesson what goes wrong in it, and what is under way and how long that may take. */
export class LessonWatch {
  readonly lesson: Lesson;
  readonly limits: TimeLimits;
  readonly #observer: GateObserver;

  constructor(lesson: Lesson, limits: TimeLimits, observer: GateObserver) {
    this.lesson = lesson;
    this.limits = limits;
    this.#observer = observer;
  }

  report(place: Place, message: string): void {
    this.#observer.found(this.problem(place, message));
  }

  problem({ line, column }: Place, message: string): Problem {
    return { file: this.lesson.file, line, column, message };
  }

  /** Something begins that has so much processor time; `blame` is the problem if it never ends. */
  begins(limitMs: number, blame: Problem): void {
    this.#observer.begins(limitMs * patience, blame);
  }

  /** An answer, a try or a lab begins. */
  answerBegins(place: Place, name: string): void {
    const { answerMs } = this.limits;
    this.begins(answerMs, this.problem(place, `${name} did not end within ${answerMs / 1000} s.`));
  }

  ended(): void {
    this.#observer.ended();
  }

  proved(stepIndex: number): void {
    this.#observer.proved(stepIndex);
  }
}
