import nodeCrypto from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { DirectoryState } from '#core/engine/directory-state.ts';
import type { Engine } from '#core/engine/engine.ts';
import { loadSqlScanner } from '#core/sql/sql-scanner.ts';
import { baseImageRecipe, buildBaseImage } from './base-image.ts';
import { LocalConnection } from './mirror/local-connection.ts';
import { MirroredEngine } from './mirror/mirrored-engine.ts';
import type { ServerResources } from './server.ts';
import { unpackBaseImage } from './unpack-base-image.ts';

const imageFile = fileURLToPath(new URL('./generated/base-image.bin', import.meta.url));
const keyFile = fileURLToPath(new URL('./generated/base-image.key', import.meta.url));
/** What the image at hand was made from. */
const recipeFile = fileURLToPath(new URL('./generated/base-image.recipe', import.meta.url));
const { resolve } = createRequire(import.meta.url);

let resources: Promise<ServerResources> | null = null;

/**
 * Starts an engine in Node's own thread, on files kept earlier or on the base image. The first call of a process reads the
 * files, or makes the base image.
 */
export async function createNodeEngine(state: DirectoryState | null = null): Promise<Engine> {
  resources ??= readServerResources();
  const made = await resources;
  const engine = new MirroredEngine((listener) => new LocalConnection(made, listener), made.files.baseImageKey);
  const opened = await engine.open(state);
  if (!opened.ok) throw new Error(opened.error);
  return engine;
}

/** What servers of this process are made from. */
export async function readServerResources(): Promise<ServerResources> {
  await ensureBaseImage();
  const scanner = loadSqlScanner();
  const [wasm, image, baseImageKey] = await Promise.all([
    readFile(resolve('@electric-sql/pglite/pglite.wasm')).then((bytes) => WebAssembly.compile(bytes)),
    readFile(imageFile),
    readFile(keyFile, 'utf8'),
  ]);
  const baseImage = await unpackBaseImage(new Uint8Array(image).buffer);
  return { files: { wasm, baseImage, baseImageKey }, scanner };
}

/** Makes the base image, unless the one at hand is that of this PGlite and this recipe. */
export async function ensureBaseImage(): Promise<'made' | 'current'> {
  const recipe = await recipeFingerprint();
  const isCurrent = [imageFile, keyFile, recipeFile].every((file) => existsSync(file));
  if (isCurrent && (await readFile(recipeFile, 'utf8')) === recipe) return 'current';
  await mkdir(path.dirname(imageFile), { recursive: true });
  const bundle = new Uint8Array(await readFile(resolve('@electric-sql/pglite/pglite.data')));
  const { gzipped, key } = await buildBaseImage(bundle, nodeCrypto);
  await replaceFile(imageFile, gzipped);
  await replaceFile(keyFile, key);
  await replaceFile(recipeFile, recipe);
  return 'made';
}

async function recipeFingerprint(): Promise<string> {
  const manifest = path.join(path.dirname(resolve('@electric-sql/pglite')), '../package.json');
  const { version } = v.parse(v.object({ version: v.string() }), JSON.parse(await readFile(manifest, 'utf8')));
  return `${version} ${nodeCrypto.createHash('sha256').update(JSON.stringify(baseImageRecipe)).digest('hex')}\n`;
}

/** Replaces a file at once, since several test processes may be making the same one. */
async function replaceFile(file: string, contents: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, file);
}
