import type { Rectangle } from './geometry.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const offWay = 1e9;

/**
 * The box that an arrow key goes to: of those whose middle lies that way, the nearest; aside counts twice, and what lies
 * more aside than ahead is gone to only where nothing else is left. Null at the end.
 */
export function nearestBox<Box extends Rectangle>(from: Rectangle, boxes: readonly Box[], way: Direction): Box | null {
  const here = middleOf(from);
  let best: Box | null = null;
  let bestFar = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const there = middleOf(box);
    const across = way === 'left' || way === 'right';
    const ahead = (across ? there.x - here.x : there.y - here.y) * (way === 'right' || way === 'down' ? 1 : -1);
    const aside = Math.abs(across ? there.y - here.y : there.x - here.x);
    const far = ahead + 2 * aside + (aside > ahead ? offWay : 0);
    if (ahead <= 0 || far >= bestFar) continue;
    best = box;
    bestFar = far;
  }
  return best;
}

function middleOf({ x, y, width, height }: Rectangle) {
  return { x: x + width / 2, y: y + height / 2 };
}
