import type { DumpFormat, Engine, FileFailure, SnapshotId } from '#core/engine/engine.ts';
import type { Result } from '#core/shared/result.ts';

/** Short ways for the tests of this folder to dump and to load; they throw where that fails. */

export async function dumpOf(engine: Engine, format: DumpFormat): Promise<Uint8Array<ArrayBuffer>> {
  return valueOf(await engine.dump(format));
}

/** Loads a file, and puts it in the place of what is there. */
export async function loadInto(engine: Engine, format: DumpFormat, file: Uint8Array<ArrayBuffer>): Promise<void> {
  const restored = await engine.restore(idOf(await engine.load(format, file)));
  if (!restored.ok) throw new Error('not restored');
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function textOf(file: Uint8Array): string {
  return new TextDecoder().decode(file);
}

export function idOf(loaded: Result<SnapshotId, FileFailure>): SnapshotId {
  return valueOf(loaded);
}

/** Why a file is not loaded. */
export async function refusalOf(engine: Engine, format: DumpFormat, file: Uint8Array<ArrayBuffer>): Promise<string> {
  const loaded = await engine.load(format, file);
  if (loaded.ok) throw new Error('it was loaded');
  return loaded.error.reason;
}

function valueOf<T>(result: Result<T, FileFailure>): T {
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}
