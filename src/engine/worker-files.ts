import bundleUrl from '@electric-sql/pglite/pglite.data?url';
import wasmUrl from '@electric-sql/pglite/pglite.wasm?url';
import { err, ok, type Result } from '#core/shared/result.ts';
import baseImageUrl from './generated/base-image.bin?url';
import type { PostgresFiles } from './postgres.ts';
import { unpackBaseImage } from './unpack-base-image.ts';

let loading: Promise<Result<PostgresFiles, string>> | null = null;

/**
 * Downloads what a database is started from, once for all workers of the page; the WebAssembly is compiled while it
 * arrives. Fails with a sentence for the reader; the next call tries again.
 */
export async function loadPostgresFiles(): Promise<Result<PostgresFiles, string>> {
  loading ??= download();
  const files = await loading;
  if (!files.ok) loading = null;
  return files;
}

async function download(): Promise<Result<PostgresFiles, string>> {
  try {
    const [wasm, bundle, baseImage] = await Promise.all([
      fetchFile(wasmUrl).then(compile),
      fetchFile(bundleUrl).then((response) => response.blob()),
      fetchFile(baseImageUrl).then(async (response) => unpackBaseImage(await response.blob())),
    ]);
    return ok({ wasm, bundle, baseImage });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`PostgreSQL could not be downloaded (${reason}). Check the connection and try again.`);
  }
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
