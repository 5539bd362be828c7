import { doOverlap, type Point, type Rectangle, type Size } from './geometry.ts';

/**
 * The free place nearest to where a box is wished for. Around obstacles grown by the box's own size the nearest free
 * point lies on an edge beside the wish or where two edges cross, so only those are tried, the nearest first.
 */
export function freePlace(wish: Point, size: Size, obstacles: readonly Rectangle[], gap: number): Point {
  const isFree = (point: Point) => !obstacles.some((each) => doOverlap({ ...point, ...size }, each, gap));
  if (isFree(wish)) return wish;

  const xs = nearestFirst(
    wish.x,
    obstacles.flatMap(({ x, width }) => [before(x - size.width - gap), after(x + width + gap)]),
  );
  const ys = nearestFirst(
    wish.y,
    obstacles.flatMap(({ y, height }) => [before(y - size.height - gap), after(y + height + gap)]),
  );
  let best: Point | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const x of xs) {
    const across = square(x - wish.x);
    if (across >= bestDistance) break;
    for (const y of ys) {
      const distance = across + square(y - wish.y);
      if (distance >= bestDistance) break;
      if (!isFree({ x, y })) continue;
      best = { x, y };
      bestDistance = distance;
      break;
    }
  }
  // Left of the leftmost obstacle is always free.
  return best ?? wish;
}

/** Whole pixels, on the side where nothing is touched although sums of fractions are a little off. */
function before(coordinate: number): number {
  return Math.floor(coordinate - 1e-6);
}

function after(coordinate: number): number {
  return Math.ceil(coordinate + 1e-6);
}

function nearestFirst(wish: number, others: readonly number[]): readonly number[] {
  return [...new Set([wish, ...others])].toSorted((a, b) => Math.abs(a - wish) - Math.abs(b - wish) || a - b);
}

function square(value: number): number {
  return value * value;
}
