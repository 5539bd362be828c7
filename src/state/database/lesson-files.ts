import { bytesOfStates } from '#core/engine/directory-state.ts';
import type { DumpFormat, Engine, FileFailure, SnapshotId } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import type { Result } from '#core/shared/result.ts';
import type { LessonTurns } from './lesson-turns.ts';

/** The learner's database as a file, and files as the learner's database. */
export class LessonFiles {
  readonly #engine: Engine;
  readonly #turns: Pick<LessonTurns, 'serially' | 'away'>;

  constructor(engine: Engine, turns: Pick<LessonTurns, 'serially' | 'away'>) {
    this.#engine = engine;
    this.#turns = turns;
  }

  /** How much the database holds beyond what every database does. */
  get sizeBytes(): number {
    return bytesOfStates([this.#engine.state()]);
  }

  /** Waits until the learner's own database is there, and not a copy that an example runs on. */
  dump(format: DumpFormat): Promise<Result<Uint8Array<ArrayBuffer>, FileFailure>> {
    return this.#turns.serially(() => this.#engine.dump(format));
  }

  /** Makes a state of what a file holds. Nothing waits for it, since the database is not touched. */
  load(format: DumpFormat, file: Uint8Array<ArrayBuffer>): Promise<Result<SnapshotId, FileFailure>> {
    return this.#engine.load(format, file);
  }

  /** Puts a state that was loaded in the place of the database. */
  async replaceBy(loaded: SnapshotId): Promise<Result<void, SqlFailure>> {
    const restored = await this.#turns.away(() => this.#engine.restore(loaded));
    this.forget(loaded);
    return restored;
  }

  forget(loaded: SnapshotId): void {
    this.#engine.forget(loaded);
  }
}
