import type { Chunk, DirectoryState } from '#core/engine/directory-state.ts';

/**
 * A state as a text in which chunks are ids: small, because ids that follow each other are written as a run. `4-9,n3,12`
 * is the chunks 4 to 9, three of the base's, and 12.
 */
interface Manifest {
  readonly base: string;
  readonly files: readonly (readonly [path: string, size: number, chunks: string])[];
  readonly directories: readonly string[];
  readonly removed: readonly string[];
}

const partBytes = 32 * 1024;

/** The state's manifest, cut into parts that are small enough for a record each. */
export function encodeManifest(state: DirectoryState, idOf: (chunk: Chunk) => number): Uint8Array<ArrayBuffer>[] {
  const manifest: Manifest = {
    base: state.base,
    files: Array.from(state.files, ([path, { size, chunks }]) => [path, size, encodeChunks(chunks, idOf)]),
    directories: [...state.directories],
    removed: [...state.removed],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes.length; at += partBytes) parts.push(bytes.slice(at, at + partBytes));
  return parts;
}

/** The state of a manifest whose checksum is right; null when one of its chunks is not to be had. */
export function decodeManifest(bytes: Uint8Array, chunkOf: (id: number) => Chunk | null): DirectoryState | null {
  const manifest: Manifest = JSON.parse(new TextDecoder().decode(bytes));
  const files = new Map<string, { size: number; chunks: (Chunk | null)[] }>();
  for (const [path, size, text] of manifest.files) {
    const chunks: (Chunk | null)[] = [];
    for (const id of decodeChunks(text)) {
      const chunk = id === null ? null : chunkOf(id);
      if (id !== null && chunk === null) return null;
      chunks.push(chunk);
    }
    files.set(path, { size, chunks });
  }
  const directories = new Set(manifest.directories);
  return { base: manifest.base, files, directories, removed: new Set(manifest.removed) };
}

/** The chunks of a state, each once. */
export function chunksOf(state: DirectoryState): ReadonlySet<Chunk> {
  const found = new Set<Chunk>();
  for (const { chunks } of state.files.values()) {
    for (const chunk of chunks) if (chunk !== null) found.add(chunk);
  }
  return found;
}

function encodeChunks(chunks: readonly (Chunk | null)[], idOf: (chunk: Chunk) => number): string {
  const ids = chunks.map((chunk) => (chunk === null ? null : idOf(chunk)));
  const runs: string[] = [];
  for (let start = 0; start < ids.length;) {
    const first = ids[start] ?? null;
    let end = start + 1;
    while (end < ids.length && ids[end] === (first === null ? null : first + end - start)) end++;
    runs.push(first === null ? `n${end - start}` : `${first}-${first + end - start - 1}`);
    start = end;
  }
  return runs.join(',');
}

function* decodeChunks(text: string): Iterable<number | null> {
  for (const run of text === '' ? [] : text.split(',')) {
    if (run.startsWith('n')) {
      for (let left = Number(run.slice(1)); left > 0; left--) yield null;
      continue;
    }
    const [first = 0, last = 0] = run.split('-').map(Number);
    for (let id = first; id <= last; id++) yield id;
  }
}
