import wasmUrl from '@electric-sql/pglite/pglite.wasm?url';
import type { BaseImages } from '#core/engine/base-images.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import baseImageKey from './generated/base-image.key?raw';
import baseImageUrl from './generated/base-image.bin?url';
import { packFiles, unpackFiles } from './file-archive.ts';
import type { PostgresFiles } from './postgres.ts';
import { unpackBaseImage } from './unpack-base-image.ts';

/** What is downloaded once for all workers of the page; the base image stays packed until it is needed. */
interface Downloads {
  readonly wasm: Promise<WebAssembly.Module>;
  readonly baseImage: Promise<ArrayBuffer>;
}

export { baseImageKey };

let downloads: Downloads | null = null;

/**
 * What a worker starts its database from; the base image is the caller's to give away. The WebAssembly is compiled
 * while it arrives, and the image unpacked meanwhile. Fails with a sentence for the reader; the next call tries again.
 *
 * A `base` of an earlier release is looked for among `images`.
 */
export async function loadPostgresFiles(base: string, images: BaseImages): Promise<Result<PostgresFiles, string>> {
  downloads ??= {
    wasm: fetchFile(wasmUrl).then(compile),
    baseImage: fetchFile(baseImageUrl).then((response) => response.arrayBuffer()),
  };
  try {
    const [wasm, image] = await Promise.all([downloads.wasm, downloads.baseImage]);
    const baseImage = await unpackBaseImage(image);
    if (base === baseImageKey) return ok({ wasm, baseImage, baseImageKey });
    const earlier = await images.find(base);
    if (earlier === null) return err('These tables were kept by an earlier release, and what they stand on is gone.');
    return ok({ wasm, baseImage: withDirectory(baseImage, await unpackBaseImage(earlier)), baseImageKey: base });
  } catch (error) {
    downloads = null;
    const reason = error instanceof Error ? error.message : String(error);
    return err(`PostgreSQL could not be downloaded (${reason}). Check the connection and try again.`);
  }
}

/** Gives `images` the base image of this release, once it is there. */
export async function keepBaseImage(images: BaseImages): Promise<void> {
  const image = await downloads?.baseImage;
  if (image !== undefined) await images.keep(baseImageKey, image);
}

/** PGlite's bundle belongs to the WebAssembly, which is that of this release; the data directory is the earlier one's. */
function withDirectory(current: ArrayBuffer, earlier: ArrayBuffer): ArrayBuffer {
  const [bundle] = unpackFiles(new Uint8Array(current));
  const [, ...directory] = unpackFiles(new Uint8Array(earlier));
  return packFiles(bundle === undefined ? directory : [bundle, ...directory]).buffer;
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response;
}

/** Compiling while it arrives needs the right content type, which not every static host sends. */
async function compile(response: Response): Promise<WebAssembly.Module> {
  const isTyped = response.headers.get('content-type')?.startsWith('application/wasm') === true;
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
