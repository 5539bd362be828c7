import { createWorkerEngine } from '#engine/worker-engine.ts';
import { storedBaseImages } from '#storage/base-images.ts';
import { killAtRandom } from './kill-at-random.ts';

/** What the browser test of this folder asks for. */
Object.assign(window, {
  killAtRandom: async (rounds: number, seed: number) => {
    const started = await createWorkerEngine(storedBaseImages());
    if (!started.ok) throw new Error(started.error);
    return killAtRandom(started.value, rounds, seed);
  },
});
