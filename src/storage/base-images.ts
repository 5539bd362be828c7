import { openDB } from 'idb';
import type { BaseImages } from '#core/engine/base-images.ts';

const name = 'rowhouse-base-images';
const store = 'images';

/**
 * The base images that stored databases are differences to, in IndexedDB beside the vault. A release with another one
 * takes the old one off the host; here it stays, so that what a learner made on it can still be opened.
 */
export function storedBaseImages(): BaseImages {
  return {
    keep: async (key, image) => {
      try {
        const database = await open();
        if ((await database.getKey(store, key)) === undefined) await database.put(store, image, key);
        database.close();
      } catch {
        // No storage, or none left: then no database is stored either, and none will ask for its base.
      }
    },
    find: async (key) => {
      try {
        const database = await open();
        const image: unknown = await database.get(store, key);
        database.close();
        return image instanceof ArrayBuffer ? image : null;
      } catch {
        return null;
      }
    },
  };
}

function open() {
  return openDB(name, 1, { upgrade: (database) => void database.createObjectStore(store) });
}
