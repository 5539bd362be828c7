import type { Point, Size } from './geometry.ts';

/**
 * Packs rectangles, the first given first, each as high up as it goes and there as far left, under a skyline (Burke,
 * Kendall and Whitwell, "A new placement heuristic for the orthogonal stock-cutting problem", 2004, without its choice of
 * the next piece). As wide as makes the whole about `ratio` times as wide as it is high.
 */
export function packRectangles(sizes: readonly Size[], ratio: number, gap: number): readonly Point[] {
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(0, ...sizes.map(({ width }) => width + gap));
  const limit = Math.max(widest, Math.sqrt(area * ratio));

  let skyline: readonly Segment[] = [{ x: 0, width: limit, y: 0 }];
  return sizes.map((size) => {
    const width = size.width + gap;
    const place = lowestPlace(skyline, width, limit);
    skyline = raised(skyline, { x: place.x, width, y: place.y + size.height + gap });
    return place;
  });
}

interface Segment {
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

function lowestPlace(skyline: readonly Segment[], width: number, limit: number): Point {
  let best: Point = { x: 0, y: Number.POSITIVE_INFINITY };
  for (const { x } of skyline) {
    // What is computed by adding may be a little more than it is.
    if (x + width > limit + 1e-6) continue;
    const below = skyline.filter((segment) => segment.x < x + width && x < segment.x + segment.width);
    const y = Math.max(...below.map((segment) => segment.y));
    if (y < best.y) best = { x, y };
  }
  return best;
}

function raised(skyline: readonly Segment[], top: Segment): readonly Segment[] {
  const right = top.x + top.width;
  const rest = skyline.flatMap((segment) => {
    const end = segment.x + segment.width;
    const before = { ...segment, width: Math.min(end, top.x) - segment.x };
    const startAfter = Math.max(segment.x, right);
    const after = { ...segment, x: startAfter, width: end - startAfter };
    return [before, after].filter((part, place) => part.width > 0 && (place === 0 ? segment.x < top.x : end > right));
  });
  return [...rest, top].toSorted((a, b) => a.x - b.x);
}
