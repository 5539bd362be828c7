import { err, ok, type Result } from '#core/shared/result.ts';

/** More than any database that a page could hold. */
export const largestUnpackedBytes = 1024 ** 3;

/** The bytes themselves, unpacked where they are gzipped; no more of them than `limitBytes`. */
export async function gunzip(
  file: Uint8Array<ArrayBuffer>,
  limitBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, 'too large' | 'damaged'>> {
  const isGzipped = file[0] === 0x1f && file[1] === 0x8b;
  if (!isGzipped) return file.length > limitBytes ? err('too large') : ok(file);
  const reader = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
      length += next.value.length;
      if (length <= limitBytes) continue;
      await reader.cancel();
      return err('too large');
    }
  } catch {
    // The checksum is wrong, or the end is missing.
    return err('damaged');
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return ok(bytes);
}
