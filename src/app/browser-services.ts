import { createWorkerEngine } from '#engine/worker-engine.ts';
import { createDiscoverer } from '#simulator/discovery/worker-discoverer.ts';
import { createSimulator } from '#simulator/worker-simulator.ts';
import type { Services } from '#state/services.ts';
import { storedBaseImages } from '#storage/base-images.ts';
import { databaseVault } from '#storage/database-vault.ts';
import { keepStorage } from '#storage/keep-storage.ts';
import { localStorageStore } from '#storage/local-storage.ts';
import { publishedCourse } from './course-source.ts';
import { saveFile } from './save-file.ts';

/** What the store gets in a real browser. */
export function browserServices(): Services {
  const images = storedBaseImages();
  return {
    courseSource: publishedCourse,
    startEngine: (state) => createWorkerEngine(images, state),
    storage: localStorageStore(),
    simulator: createSimulator(),
    discovery: createDiscoverer(),
    vault: databaseVault({ locks: navigator.locks, onFirstSave: () => keepStorage(navigator) }),
    saveFile,
    wallClock: () => Date.now(),
  };
}
