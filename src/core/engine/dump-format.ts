import type { DumpFormat } from './engine.ts';

/** Where a tar archive names its format, and what it says. */
const tarMark = { at: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72] } as const;
const gzipMark = { at: 0, bytes: [0x1f, 0x8b] } as const;

/** What a file may be by its content, whatever its name is: an archive is a data directory, all else is SQL. */
export function dumpFormatOf(file: Uint8Array): DumpFormat {
  return [tarMark, gzipMark].some(({ at, bytes }) => bytes.every((byte, index) => file[at + index] === byte))
    ? 'directory'
    : 'sql';
}
