import type { KeyValueStore } from '#state/services.ts';

/** localStorage, or a memory of this page where that is blocked, as in some private windows. */
export function localStorageStore(): KeyValueStore {
  const storage = usableLocalStorage();
  if (storage === null) return memoryStorage();
  return {
    isLasting: true,
    read: (key) => storage.getItem(key),
    write: (key, value) => {
      try {
        storage.setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
    remove: (key) => storage.removeItem(key),
  };
}

/** Asking is not enough: some browsers hand out a storage that refuses every write. */
function usableLocalStorage(): Storage | null {
  try {
    const probe = 'rowhouse:probe';
    localStorage.setItem(probe, probe);
    localStorage.removeItem(probe);
    return localStorage;
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError' && localStorage.length > 0;
    return isFull ? localStorage : null;
  }
}

function memoryStorage(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    isLasting: false,
    read: (key) => values.get(key) ?? null,
    write: (key, value) => {
      values.set(key, value);
      return true;
    },
    remove: (key) => void values.delete(key),
  };
}
