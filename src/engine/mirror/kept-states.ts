import type { DirectoryState } from '#core/engine/directory-state.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { ServerConnection } from './server-connection.ts';

/**
 * Each image of the machine holds some megabytes of the server's memory; states beyond the last ones used have their files
 * only, from which a server starts in a fraction of a second.
 */
const imagesHeld = 16;

/** A kept state: its files, and the copy of the whole machine that the server has which it was taken from. */
export interface KeptState {
  readonly state: DirectoryState;
  readonly image: { readonly connection: ServerConnection; readonly id: SnapshotId } | null;
}

/** The states that an engine keeps, by the names that it gives them; the one used last is the last. */
export class KeptStates {
  readonly #kept = new Map<SnapshotId, KeptState>();
  #made = 0;

  add(kept: KeptState): SnapshotId {
    this.#made += 1;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where an engine names its snapshots
    const id = `snapshot ${this.#made}` as SnapshotId;
    this.use(id, kept);
    return id;
  }

  /** Asking for a state that was forgotten is a bug of ours. */
  get(id: SnapshotId): KeptState {
    const kept = this.#kept.get(id);
    if (kept === undefined) throw new Error(`there is no ${id}`);
    return kept;
  }

  /** Makes a state the one that was used last, and lets the image go that was not used for longest. */
  use(id: SnapshotId, kept: KeptState): void {
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    const imaged = [...this.#kept].filter(([, { image }]) => image?.connection === kept.image?.connection);
    for (const [oldest, { state, image }] of imaged.slice(0, -imagesHeld)) {
      image?.connection.forget(image.id);
      this.#kept.set(oldest, { state, image: null });
    }
  }

  forget(id: SnapshotId): void {
    const image = this.#kept.get(id)?.image;
    image?.connection.forget(image.id);
    this.#kept.delete(id);
  }
}
