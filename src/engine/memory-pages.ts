/** Small, because a run changes a few bytes in many places: at 64 kB the pages of an image held three times as much. */
export const pageBytes = 4 * 1024;

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

// Thousands of pages are looked at for each image, so these loops matter. Four words in one step take an eighth of the
// time of a plain loop. Each loop is a function of its own: with code after it V8 throws away, again and again, what it
// compiles for the loop.
const stepBytes = 16;

function isZero(page: Uint8Array): boolean {
  const stepped = page.length - (page.length % stepBytes);
  return isZeroInSteps(viewOf(page), stepped) && page.subarray(stepped).every((byte) => byte === 0);
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  const stepped = left.length - (left.length % stepBytes);
  if (!isEqualInSteps(viewOf(left), viewOf(right), stepped)) return false;
  return left.subarray(stepped).every((byte, index) => byte === right[stepped + index]);
}

function isZeroInSteps(view: DataView, end: number): boolean {
  for (let at = 0; at < end; at += stepBytes) {
    if ((view.getInt32(at) | view.getInt32(at + 4) | view.getInt32(at + 8) | view.getInt32(at + 12)) !== 0)
      return false;
  }
  return true;
}

function isEqualInSteps(left: DataView, right: DataView, end: number): boolean {
  for (let at = 0; at < end; at += stepBytes) {
    const difference =
      (left.getInt32(at) ^ right.getInt32(at)) |
      (left.getInt32(at + 4) ^ right.getInt32(at + 4)) |
      (left.getInt32(at + 8) ^ right.getInt32(at + 8)) |
      (left.getInt32(at + 12) ^ right.getInt32(at + 12));
    if (difference !== 0) return false;
  }
  return true;
}

function viewOf(page: Uint8Array): DataView {
  return new DataView(page.buffer, page.byteOffset, page.length);
}
