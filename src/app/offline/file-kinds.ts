export interface FileGroup {
  readonly kind: string;
  readonly count: number;
  readonly bytes: number;
}

/** By the ends of file names; what has none is a page. */
const kinds: readonly (readonly [kind: string, endings: readonly string[]])[] = [
  ['PostgreSQL', ['.wasm', '.bin']],
  ['Program and lessons', ['.js', '.css']],
  ['Typefaces', ['.woff2', '.ttf']],
  ['Pages', ['.html', '/', '']],
];

/** How many files there are of each kind and how large they are together, the largest kind first. */
export function groupFiles(files: readonly { readonly url: string; readonly bytes: number }[]): readonly FileGroup[] {
  const groups = new Map<string, FileGroup>();
  for (const { url, bytes } of files) {
    const ending = /(\.[^./]+|\/|^)$/.exec(url)?.[0];
    const kind =
      kinds.find(([, endings]) => ending !== undefined && endings.includes(ending))?.[0] ?? 'Icons and the rest';
    const { count, bytes: before } = groups.get(kind) ?? { count: 0, bytes: 0 };
    groups.set(kind, { kind, count: count + 1, bytes: before + bytes });
  }
  return [...groups.values()].toSorted((a, b) => b.bytes - a.bytes);
}

export function sumOfBytes(files: readonly { readonly bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
