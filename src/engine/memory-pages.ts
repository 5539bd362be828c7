const pageBytes = 64 * 1024;

/** The content of a stretch of bytes, cut into pages. A page of zeros is null; equal pages may be shared with others. */
export interface MemoryPages {
  readonly length: number;
  readonly pages: readonly (Uint8Array | null)[];
}

/** Copies `bytes`, except for the pages that are still as in `previous`: those are shared with it. */
export function capturePages(bytes: Uint8Array, previous: MemoryPages | undefined): MemoryPages {
  const pages: (Uint8Array | null)[] = [];
  for (let start = 0; start < bytes.length; start += pageBytes) {
    const page = bytes.subarray(start, start + pageBytes);
    const before = previous?.pages[pages.length];
    if (before && isEqual(page, before)) pages.push(before);
    else pages.push(isZero(page) ? null : page.slice());
  }
  return { length: bytes.length, pages };
}

/** Writes what was captured to the start of `target`, which is at least as long, and zeros after it. */
export function writePages(source: MemoryPages, target: Uint8Array): void {
  source.pages.forEach((page, index) => {
    const start = index * pageBytes;
    if (page === null) target.fill(0, start, Math.min(start + pageBytes, source.length));
    else target.set(page, start);
  });
  target.fill(0, source.length);
}

// An engine's memory has two thousand pages, most of them zero, and each image looks at them all. Four words in one
// step take an eighth of the time of a plain loop: 11 ms for 128 MiB.
const stepBytes = 16;

function isZero(page: Uint8Array): boolean {
  const view = viewOf(page);
  const stepped = page.length - (page.length % stepBytes);
  for (let at = 0; at < stepped; at += stepBytes) {
    if ((view.getInt32(at) | view.getInt32(at + 4) | view.getInt32(at + 8) | view.getInt32(at + 12)) !== 0)
      return false;
  }
  return page.subarray(stepped).every((byte) => byte === 0);
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  const [a, b] = [viewOf(left), viewOf(right)];
  const stepped = left.length - (left.length % stepBytes);
  for (let at = 0; at < stepped; at += stepBytes) {
    const difference =
      (a.getInt32(at) ^ b.getInt32(at)) |
      (a.getInt32(at + 4) ^ b.getInt32(at + 4)) |
      (a.getInt32(at + 8) ^ b.getInt32(at + 8)) |
      (a.getInt32(at + 12) ^ b.getInt32(at + 12));
    if (difference !== 0) return false;
  }
  return left.subarray(stepped).every((byte, index) => byte === right[stepped + index]);
}

function viewOf(page: Uint8Array): DataView {
  return new DataView(page.buffer, page.byteOffset, page.length);
}
