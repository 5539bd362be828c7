import type { FunctionalDependency, MultivaluedDependency } from '#core/relational/dependency.ts';
import { pictureMetrics } from './picture-metrics.ts';

/** A dependency on its way into the picture. */
export interface Wire {
  readonly dependency: FunctionalDependency | MultivaluedDependency;
  readonly kind: 'functional' | 'multivalued';
  readonly isGuarded: boolean;
  readonly ends: readonly WireEnd[];
}

export interface WireEnd {
  /** The attribute's place in the scheme. */
  readonly box: number;
  readonly role: 'determinant' | 'dependent';
}

/** An end with its point along the row or column. */
export interface PortedEnd extends WireEnd {
  readonly at: number;
}

export interface PortedWire extends Wire {
  readonly ends: readonly PortedEnd[];
}

export interface LanedWire extends PortedWire {
  /** 0 is the one next to the boxes. */
  readonly lane: number;
}

interface Extent {
  readonly start: number;
  readonly length: number;
}

/**
 * Gives every end a point of its own at its box, so that no two lines run in one another. At a box they stand in the
 * order of where they lead, which spares crossings.
 */
export function spreadPorts(wires: readonly Wire[], boxes: readonly Extent[]): readonly PortedWire[] {
  const ends = wires.flatMap((wire) => wire.ends.map((end) => ({ wire, end, pull: pullOf(wire, end) })));
  const points = new Map<WireEnd, number>();
  for (const isGuarded of [true, false]) {
    for (const [box, extent] of boxes.entries()) {
      const here = ends
        .filter((each) => each.end.box === box && each.wire.isGuarded === isGuarded)
        .toSorted((one, other) => one.pull - other.pull);
      for (const [place, { end }] of here.entries()) points.set(end, pointAt(extent, place, here.length));
    }
  }
  return wires.map((wire) => ({ ...wire, ends: wire.ends.map((end) => ({ ...end, at: points.get(end) ?? 0 })) }));
}

/** Where the other ends are, on average; an end to which there is no other keeps the middle. */
function pullOf(wire: Wire, end: WireEnd): number {
  const others = wire.ends.filter((other) => other !== end);
  if (others.length === 0) return end.box;
  return others.reduce((sum, { box }) => sum + box, 0) / others.length;
}

function pointAt({ start, length }: Extent, place: number, count: number): number {
  const { portInsetPx, portGapPx } = pictureMetrics;
  // Few ends stand close together in the middle, many over the whole length.
  const gap = count === 1 ? 0 : Math.min(2 * portGapPx, (length - 2 * portInsetPx) / (count - 1));
  return start + length / 2 + (place - (count - 1) / 2) * gap;
}

/** The nearest lane in which nothing else runs where a line does; short lines come first, next to the boxes. */
export function assignLanes(wires: readonly PortedWire[]): {
  readonly wires: readonly LanedWire[];
  readonly count: number;
} {
  const lanes: Extent[][] = [];
  const laneOf = new Map<PortedWire, number>();
  for (const wire of wires.toSorted((one, other) => spanOf(one).length - spanOf(other).length)) {
    const span = spanOf(wire);
    let lane = lanes.findIndex((taken) => taken.every((other) => isApart(span, other)));
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]?.push(span);
    laneOf.set(wire, lane);
  }
  return { wires: wires.map((wire) => ({ ...wire, lane: laneOf.get(wire) ?? 0 })), count: lanes.length };
}

function spanOf({ ends }: PortedWire): Extent {
  const points = ends.map(({ at }) => at);
  const start = points.length === 0 ? 0 : Math.min(...points);
  return { start, length: points.length === 0 ? 0 : Math.max(...points) - start };
}

function isApart(one: Extent, other: Extent): boolean {
  const gap = pictureMetrics.laneGapPx;
  return one.start > other.start + other.length + gap || other.start > one.start + one.length + gap;
}
