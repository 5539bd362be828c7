import { createWorkerEngine } from '#engine/worker-engine.ts';
import type { Services } from '#state/services.ts';
import { browserStorage } from './browser-storage.ts';
import { publishedCourse } from './course-source.ts';

/** What the store gets in a real browser. */
export function browserServices(): Services {
  return {
    courseSource: publishedCourse,
    startEngine: createWorkerEngine,
    storage: browserStorage(),
    wallClock: () => Date.now(),
  };
}
