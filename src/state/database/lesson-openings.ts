import type { Catalog } from '#core/catalog/catalog.ts';
import type { DirectoryState } from '#core/engine/directory-state.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { ok, type Result } from '#core/shared/result.ts';

/** The database as a section found it. */
export interface Opening {
  readonly snapshot: SnapshotId;
  readonly catalog: Catalog;
}

/** One that was kept from an earlier visit has not been looked at yet. */
export interface KeptOpening {
  readonly snapshot: SnapshotId;
  readonly catalog: Catalog | null;
}

/** The states in which a lesson's sections were opened, by their index, and those of the copies on which tries run. */
export class LessonOpenings {
  readonly #engine: Engine;
  readonly #openings = new Map<number, KeptOpening>();
  /** By section: the copy's state after its first n tries. */
  readonly #tried = new Map<number, SnapshotId[]>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get(index: number): KeptOpening | null {
    return this.#openings.get(index) ?? null;
  }

  /** The files of every opening. */
  states(): readonly (readonly [index: number, state: DirectoryState])[] {
    return [...this.#openings].map(([index, { snapshot }]) => [index, this.#engine.state(snapshot)]);
  }

  /** Keeps the database as it is now as the opening of a section. */
  async keep(index: number): Promise<Result<Opening, SqlFailure>> {
    const catalog = await this.#engine.catalog();
    if (!catalog.ok) return catalog;
    const snapshot = await this.#engine.snapshot();
    if (!snapshot.ok) return snapshot;
    const opening = { snapshot: snapshot.value, catalog: catalog.value };
    this.#put(index, opening);
    return ok(opening);
  }

  /** Takes files that were kept in an earlier visit for the opening of a section. */
  adopt(index: number, state: DirectoryState, catalog: Catalog | null): void {
    this.#put(index, { snapshot: this.#engine.adopt(state), catalog });
  }

  /** Puts the database back as a section found it. */
  async restore(index: number, { snapshot, catalog }: KeptOpening): Promise<Result<Opening, SqlFailure>> {
    const restored = await this.#engine.restore(snapshot);
    if (!restored.ok) return restored;
    const known = catalog === null ? await this.#engine.catalog() : ok(catalog);
    if (!known.ok) return known;
    const opening = { snapshot, catalog: known.value };
    this.#openings.set(index, opening);
    return ok(opening);
  }

  /** The states of a section's copy: as it was opened, and after each try that has run. The caller adds to them. */
  copiesOf(index: number, opening: KeptOpening): SnapshotId[] {
    const states = this.#tried.get(index) ?? [opening.snapshot];
    this.#tried.set(index, states);
    return states;
  }

  forgetAfter(last: number): void {
    for (const index of this.#openings.keys()) if (index > last) this.#forget(index);
  }

  forgetAll(): void {
    for (const index of this.#openings.keys()) this.#forget(index);
  }

  #put(index: number, opening: KeptOpening): void {
    this.#forget(index);
    this.#openings.set(index, opening);
  }

  #forget(index: number): void {
    for (const state of this.#tried.get(index) ?? []) this.#engine.forget(state);
    this.#tried.delete(index);
    const opening = this.#openings.get(index);
    if (opening !== undefined) this.#engine.forget(opening.snapshot);
    this.#openings.delete(index);
  }
}

export const neverOpened: SqlFailure = {
  kind: 'engine-lost',
  reason: 'This step has not been opened since the database started.',
};
