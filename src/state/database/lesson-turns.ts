import type { SqlFailure } from '#core/engine/outcome.ts';
import type { Result } from '#core/shared/result.ts';

/**
 * The turns at a lesson's one database: whatever is asked of it waits for what was asked before. It knows whether the
 * engine holds the learner's database, or one on the way to it, or a copy.
 */
export class LessonTurns {
  readonly #onHome: () => void;
  #queue: Promise<unknown> = Promise.resolve();
  #isHome = false;

  /** `onHome` hears whenever the learner's database is there after something else was. */
  constructor(onHome: () => void) {
    this.#onHome = onHome;
  }

  /** Whether the engine holds the learner's database. */
  get isHome(): boolean {
    return this.#isHome;
  }

  /** Nobody's database is there any more. */
  end(): void {
    this.#isHome = false;
  }

  serially = <T>(task: () => Promise<T>): Promise<T> => {
    const result = this.#queue.then(task, task);
    this.#queue = result.catch(() => undefined);
    return result;
  };

  /** Does what leads the database elsewhere, to where it is the learner's if that succeeds. */
  away = <T>(task: () => Promise<Result<T, SqlFailure>>): Promise<Result<T, SqlFailure>> => {
    return this.serially(async () => {
      this.#isHome = false;
      const result = await task();
      if (result.ok) this.#isHome = true;
      if (this.#isHome) this.#onHome();
      return result;
    });
  };

  /** Leads the database elsewhere and back: however that goes, it is the learner's own again. */
  aside = <T>(task: () => Promise<Result<T, SqlFailure>>): Promise<Result<T, SqlFailure>> => {
    return this.away(async () => {
      const result = await task();
      this.#isHome = true;
      return result;
    });
  };
}
