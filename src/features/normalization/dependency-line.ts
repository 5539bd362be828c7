import type { Point } from '#core/diagram/geometry.ts';
import type { LanedWire } from './dependency-lanes.ts';
import { pictureMetrics } from './picture-metrics.ts';

/** A dependency as paths of SVG. */
export interface DrawnLine {
  /** From the attributes of the determinant, joined by a bracket where they are several. */
  readonly bracket: string;
  /** From there to each dependent. */
  readonly arrows: string;
  /** Closed shapes: one head for each dependent, two where the dependency is multivalued. */
  readonly heads: string;
  /** Where a determinant's line meets the lane. */
  readonly dots: readonly Point[];
  /** Where the sign of an empty determinant stands. */
  readonly nothing: Point | null;
}

interface LineGeometry {
  readonly direction: 'row' | 'column';
  /** The side of the boxes at which the line ends, and the lane in which it runs: both across the row or column. */
  readonly edge: number;
  readonly lane: number;
}

export function drawLine(wire: LanedWire, { direction, edge, lane }: LineGeometry): DrawnLine {
  const point = (along: number, across: number): Point =>
    direction === 'row' ? { x: along, y: across } : { x: across, y: along };
  const move = (along: number, across: number): string => `M${text(point(along, across))}`;
  const to = (along: number, across: number): string => `L${text(point(along, across))}`;
  const determinants = wire.ends.filter(({ role }) => role === 'determinant').map(({ at }) => at);
  const dependents = wire.ends.filter(({ role }) => role === 'dependent').map(({ at }) => at);
  const outwards = Math.sign(lane - edge);
  const { headLengthPx } = pictureMetrics;
  const headCount = wire.kind === 'multivalued' ? 2 : 1;
  const neck = edge + outwards * headLengthPx * headCount;
  const all = [...determinants, ...dependents];
  const first = Math.min(...all);
  return {
    bracket: [
      ...determinants.map((at) => move(at, edge) + to(at, lane)),
      ...(determinants.length > 1 ? [move(Math.min(...determinants), lane) + to(Math.max(...determinants), lane)] : []),
    ].join(''),
    arrows: [
      ...(all.length > 1 ? [move(first, lane) + to(Math.max(...all), lane)] : []),
      ...dependents.map((at) => move(at, lane) + to(at, neck)),
    ].join(''),
    heads: dependents
      .flatMap((at) =>
        Array.from({ length: headCount }, (_, place) => headAt(at, edge + outwards * headLengthPx * place)),
      )
      .join(''),
    dots: determinants.map((at) => point(at, lane)),
    nothing: determinants.length === 0 && dependents.length > 0 ? point(first, lane) : null,
  };

  function headAt(along: number, tip: number): string {
    const { headWidthPx } = pictureMetrics;
    const base = tip + outwards * headLengthPx;
    return `${move(along, tip)}${to(along - headWidthPx / 2, base)}${to(along + headWidthPx / 2, base)}Z`;
  }
}

function text({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
