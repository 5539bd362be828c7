import { err, ok, type Result } from '#core/shared/result.ts';
import type { ArchivedFile } from '#engine/file-archive.ts';

const blockBytes = 512;

/** What stands at the type's place of an entry's header (POSIX ustar). */
const entryTypes = {
  file: new Set(['0', '\0', '7']),
  directory: new Set(['5']),
  /** Say more of the entry that follows (its time to the nanosecond, say), nothing that is needed here. */
  extension: new Set(['x', 'g']),
};

const decoder = new TextDecoder();

/**
 * Reads an archive in the ustar format, which is what PGlite and every `tar` write for short paths; those of a data
 * directory are short. Its files come with the archive's own paths, their contents are views into it.
 *
 * The failure is a clause that goes on from "the file …".
 */
export function readTar(archive: Uint8Array<ArrayBuffer>): Result<readonly ArchivedFile[], string> {
  const files: ArchivedFile[] = [];
  let at = 0;
  while (at + blockBytes <= archive.length) {
    const header = archive.subarray(at, at + blockBytes);
    if (header.every((byte) => byte === 0)) return ok(files);
    if (!hasChecksum(header)) return err(at === 0 ? 'is not an archive made by tar' : 'is damaged');
    const size = numberAt(header, 124, 12);
    const end = at + blockBytes + size;
    if (end > archive.length) return err('ends too early');
    const path = [textAt(header, 345, 155), textAt(header, 0, 100)].filter((part) => part !== '').join('/');
    const type = String.fromCharCode(header[156] ?? 0);
    if (entryTypes.file.has(type)) files.push({ path, contents: archive.subarray(at + blockBytes, end) });
    else if (entryTypes.directory.has(type)) files.push({ path, contents: null });
    else if (!entryTypes.extension.has(type)) return err(`holds ${path}, which is neither a file nor a directory`);
    at = Math.ceil(end / blockBytes) * blockBytes;
  }
  // Blocks of zeros end an archive.
  return err(files.length === 0 ? 'is not an archive made by tar' : 'ends too early');
}

/** The sum of a header's bytes, those of the sum itself taken for spaces. */
function hasChecksum(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  return sum === numberAt(header, 148, 8);
}

function textAt(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return decoder.decode(end < 0 ? field : field.subarray(0, end));
}

/** Numbers are octal digits; NaN where there is something else. */
function numberAt(header: Uint8Array, start: number, length: number): number {
  const digits = textAt(header, start, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}
