import type { Point, Rectangle } from './geometry.ts';
import type { Relationship } from './relationships.ts';

/** How a line meets a box: the signs of crow's-foot notation, or none. */
export type LineEnd = Relationship['childEnd'] | Relationship['parentEnd'] | 'plain';

/** A line between two boxes as an SVG draws it. */
export interface RoutedLine {
  readonly path: string;
  /** Bars and crow's feet. */
  readonly feet: string;
  /** The circles of "zero"; filled with the ground, so that the line does not go through. */
  readonly circles: readonly Point[];
  readonly middle: Point;
}

export interface LineStop {
  readonly box: Rectangle;
  /** Where on the box's side it ends. */
  readonly y: number;
  readonly end: LineEnd;
}

export const circleRadiusPx = 4;

/** What the signs take before the line may bend. */
const stubPx = 26;
/** Between boxes that face each other; in less there is no place for signs. */
const leastRoomPx = 24;
const footPx = 12;
const footSpreadPx = 7;
const barSpreadPx = 4.5;
const selfPx = 34;

/** From the side of one box to that of the other, whichever are nearer; straight where the signs stand, then a curve. */
export function routeLine(from: LineStop, to: LineStop): RoutedLine {
  const [fromSide, toSide] = sidesOf(from.box, to.box);
  const start = { x: sideX(from.box, fromSide), y: from.y };
  const end = { x: sideX(to.box, toSide), y: to.y };
  const isFacing = fromSide !== toSide;
  const stub = isFacing ? Math.min(stubPx, Math.abs(end.x - start.x) / 2) : stubPx;
  const out = { x: start.x + fromSide * stub, y: start.y };
  const back = { x: end.x + toSide * stub, y: end.y };
  const bend = Math.max(12, Math.min(160, Math.abs(back.x - out.x) / 2));
  // On one side, both go out as far as the further one.
  const outermost = fromSide === 1 ? Math.max(out.x, back.x) + selfPx : Math.min(out.x, back.x) - selfPx;
  const one = { x: isFacing ? out.x + fromSide * bend : outermost, y: out.y };
  const other = { x: isFacing ? back.x + toSide * bend : outermost, y: back.y };
  return {
    path: `M${at(start)}L${at(out)}C${at(one)} ${at(other)} ${at(back)}L${at(end)}`,
    feet: feetOf(start, fromSide, from.end) + feetOf(end, toSide, to.end),
    circles: [...circlesOf(start, fromSide, from.end), ...circlesOf(end, toSide, to.end)],
    // Of a cubic Bézier curve at a half.
    middle: {
      x: (out.x + 3 * one.x + 3 * other.x + back.x) / 8,
      y: (out.y + 3 * one.y + 3 * other.y + back.y) / 8,
    },
  };
}

/** 1 is right, −1 is left. */
type Side = 1 | -1;

function sidesOf(from: Rectangle, to: Rectangle): readonly [Side, Side] {
  const room = leastRoomPx;
  if (from.x >= to.x + to.width + room) return [-1, 1];
  if (to.x >= from.x + from.width + room) return [1, -1];
  // One above the other: out and back on the side where their edges are nearer to each other.
  const left = Math.abs(from.x - to.x);
  const right = Math.abs(from.x + from.width - to.x - to.width);
  return left < right ? [-1, -1] : [1, 1];
}

function sideX({ x, width }: Rectangle, side: Side): number {
  return side === 1 ? x + width : x;
}

function feetOf({ x, y }: Point, side: Side, end: LineEnd): string {
  const bar = (far: number) => `M${at({ x: x + side * far, y: y - barSpreadPx })}v${2 * barSpreadPx}`;
  switch (end) {
    case 'zero-or-many': {
      const toe = at({ x: x + side * footPx, y });
      return `M${at({ x, y: y - footSpreadPx })}L${toe}L${at({ x, y: y + footSpreadPx })}`;
    }
    case 'zero-or-one':
      return bar(8);
    case 'exactly-one':
      return bar(7) + bar(12);
    case 'plain':
      return '';
  }
}

function circlesOf({ x, y }: Point, side: Side, end: LineEnd): readonly Point[] {
  if (end === 'zero-or-many') return [{ x: x + side * (footPx + circleRadiusPx), y }];
  return end === 'zero-or-one' ? [{ x: x + side * (9 + circleRadiusPx), y }] : [];
}

function at({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
