import type { BaseImages } from '#core/engine/base-images.ts';
import type { DirectoryState } from '#core/engine/directory-state.ts';
import type { Engine } from '#core/engine/engine.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { MirroredEngine } from './mirror/mirrored-engine.ts';
import { WorkerConnection } from './worker-connection.ts';
import { baseImageKey, keepBaseImage } from './worker-files.ts';

/**
 * Starts an engine in a worker of its own, on files kept earlier or on the base image, and resolves when it answers. Most
 * of the start is done while `state` is still awaited. Fails with a sentence for the reader; calling again tries again.
 */
export async function createWorkerEngine(
  images: BaseImages,
  state: Promise<DirectoryState | null> = Promise.resolve(null),
): Promise<Result<Engine, string>> {
  if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') {
    return err('This browser cannot run PostgreSQL. Any current Firefox, Chrome, Edge or Safari can.');
  }
  const engine = new MirroredEngine((listener, base) => new WorkerConnection(listener, base, images), baseImageKey);
  const opened = await engine.open(await state);
  if (opened.ok) {
    // Once in a page, and when nobody waits for the database any more.
    void keepBaseImage(images);
    return ok(engine);
  }
  await engine.close();
  return opened;
}
