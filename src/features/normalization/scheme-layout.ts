import { textWidth } from '#core/diagram/box-metrics.ts';
import type { Rectangle } from '#core/diagram/geometry.ts';
import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from '#core/relational/dependency.ts';
import { assignLanes, spreadPorts, type Wire, type WireEnd } from './dependency-lanes.ts';
import { drawLine, type DrawnLine } from './dependency-line.ts';
import { pictureMetrics } from './picture-metrics.ts';

/**
 * The classic dependency diagram (Elmasri & Navathe, Fundamentals of Database Systems, 14.3) as geometry: a row of
 * attributes, and for each dependency a line that leaves its determinant and has an arrow for each dependent. What the
 * table's own keys say is drawn on one side, what is stated on the other. Where the row is wider than its place it is a
 * column, and the lines run beside it. Sizes are stated, not measured: the page draws by the same numbers.
 */
export interface SchemeLayout {
  readonly direction: 'row' | 'column';
  readonly width: number;
  readonly height: number;
  /** In the order of the scheme. */
  readonly boxes: readonly AttributeBox[];
  readonly lines: readonly DependencyLine[];
}

export interface AttributeBox extends Rectangle {
  readonly name: string;
}

export interface DependencyLine extends DrawnLine {
  /** The scheme's own object. */
  readonly dependency: FunctionalDependency | MultivaluedDependency;
  readonly kind: 'functional' | 'multivalued';
  readonly isGuarded: boolean;
}

const { fontPx, besidePx, mostNamePx, boxHeightPx, gapPx, portGapPx, portInsetPx } = pictureMetrics;
const { headRoomPx, laneGapPx, edgePx } = pictureMetrics;

/** The picture for a place so many pixels wide; only a column with many lanes is wider. */
export function layOutScheme(
  scheme: RelationScheme,
  guarded: readonly FunctionalDependency[],
  placeWidth: number,
): SchemeLayout {
  const wires = wiresOf(scheme, guarded);
  const widthsUpTo = (most: number): readonly number[] =>
    scheme.attributes.map((name) => besidePx + Math.min(most, Math.ceil(textWidth(name, fontPx))));
  const nameWidths = widthsUpTo(mostNamePx);
  const inRow = extentsOf(nameWidths, wires);
  const rowWidth = lengthOf(inRow) + 2 * edgePx;
  const direction: SchemeLayout['direction'] = rowWidth <= placeWidth ? 'row' : 'column';
  const extents =
    direction === 'row'
      ? inRow
      : extentsOf(
          scheme.attributes.map(() => boxHeightPx),
          wires,
        );
  // A column leaves half of the place to the lines.
  const columnWidths = widthsUpTo(Math.max(mostNamePx, placeWidth / 2));
  const thickness = direction === 'row' ? boxHeightPx : Math.max(...columnWidths, 0);
  const starts = startsOf(extents);
  const ported = spreadPorts(
    wires,
    starts.map((start, place) => ({ start, length: extents[place] ?? 0 })),
  );
  const before = assignLanes(ported.filter(({ isGuarded }) => isGuarded));
  const after = assignLanes(ported.filter(({ isGuarded }) => !isGuarded));
  const room = { before: roomOf(before.count), after: roomOf(after.count) };
  const boxStart = edgePx + room.before;
  const across = boxStart + thickness + room.after + edgePx;
  const along = lengthOf(extents) + 2 * edgePx;
  const lines = [...before.wires, ...after.wires].map((wire) => {
    const edge = wire.isGuarded ? boxStart : boxStart + thickness;
    const away = headRoomPx + wire.lane * laneGapPx;
    const geometry = { direction, edge, lane: wire.isGuarded ? edge - away : edge + away };
    const { dependency, kind, isGuarded } = wire;
    return { dependency, kind, isGuarded, ...drawLine(wire, geometry) };
  });
  return {
    direction,
    width: direction === 'row' ? along : across,
    height: direction === 'row' ? across : along,
    boxes: scheme.attributes.map((name, place) => {
      const start = starts[place] ?? 0;
      const length = extents[place] ?? 0;
      return direction === 'row'
        ? { name, x: start, y: boxStart, width: length, height: thickness }
        : { name, x: boxStart, y: start, width: thickness, height: length };
    }),
    lines,
  };
}

function wiresOf(scheme: RelationScheme, guarded: readonly FunctionalDependency[]): readonly Wire[] {
  const places = new Map(scheme.attributes.map((name, place) => [name, place]));
  const endsOf = (names: readonly string[], role: WireEnd['role']) =>
    [...new Set(names)].flatMap((name) => {
      const box = places.get(name);
      return box === undefined ? [] : [{ box, role }];
    });
  const wire = (dependency: FunctionalDependency, kind: Wire['kind'], isGuarded: boolean): Wire => ({
    dependency,
    kind,
    isGuarded,
    ends: [...endsOf(dependency.determinant, 'determinant'), ...endsOf(dependency.dependents, 'dependent')],
  });
  return [
    ...scheme.functional.map((dependency) => wire(dependency, 'functional', guarded.includes(dependency))),
    ...scheme.multivalued.map((dependency) => wire(dependency, 'multivalued', false)),
  ];
}

/** What each box measures along the row or column: enough for its name, and for all lines that end at one side of it. */
function extentsOf(least: readonly number[], wires: readonly Wire[]): readonly number[] {
  const counts = least.map(() => ({ before: 0, after: 0 }));
  for (const { isGuarded, ends } of wires) {
    for (const { box } of ends) {
      const count = counts[box];
      if (count !== undefined) count[isGuarded ? 'before' : 'after'] += 1;
    }
  }
  return least.map((length, place) => {
    const ports = Math.max(counts[place]?.before ?? 0, counts[place]?.after ?? 0);
    return Math.max(length, 2 * portInsetPx + (ports - 1) * portGapPx);
  });
}

function startsOf(extents: readonly number[]): readonly number[] {
  let start = edgePx;
  return extents.map((length) => {
    const own = start;
    start += length + gapPx;
    return own;
  });
}

function lengthOf(extents: readonly number[]): number {
  return extents.reduce((sum, length) => sum + length, 0) + Math.max(0, extents.length - 1) * gapPx;
}

function roomOf(lanes: number): number {
  return lanes === 0 ? 0 : headRoomPx + lanes * laneGapPx;
}
