import type { DatabaseVault } from '#state/services.ts';
import { DatabaseShelf } from './database-shelf.ts';
import { VaultConnection } from './vault-connection.ts';

export interface VaultSurroundings {
  /** Missing on pages that were fetched over plain http. */
  readonly locks: LockManager | undefined;
  /** Called when there is something worth keeping. */
  readonly onFirstSave: () => void;
}

/** The databases of all lessons in the browser's own storage. Where that is missing or blocked, every write says so. */
export function databaseVault({ locks, onFirstSave }: VaultSurroundings): DatabaseVault {
  const connection = new VaultConnection();
  const closing = new Map<string, Promise<void>>();
  let hasSaved = false;
  return {
    async open(lessonId) {
      // A page that comes back to a lesson must not find it held by its own last visit.
      await closing.get(lessonId);
      const shelf = await DatabaseShelf.open(lessonId, {
        connection,
        locks,
        onClosing: (closed) => closing.set(lessonId, closed),
      });
      shelf.subscribe((event) => {
        if (event.kind !== 'saved' || hasSaved) return;
        hasSaved = true;
        onFirstSave();
      });
      return shelf;
    },
  };
}
