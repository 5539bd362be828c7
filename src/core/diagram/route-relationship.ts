import { objectKey } from '#core/catalog/object-name.ts';
import { boxMetrics } from './box-metrics.ts';
import type { Box } from './boxes.ts';
import type { Reading } from './diagram.ts';
import type { Point } from './geometry.ts';
import type { Relationship } from './relationships.ts';
import { routeLine, type RoutedLine } from './route-line.ts';

export type PlacedBox = Box & Point;

/** How far apart two lines end at one row that say different things there. */
const apartPx = 5;

/**
 * Each line by its relationship's id, from the rows of the columns that refer to those they refer to. Lines that end at
 * one row run together, unless one says "exactly one" there and another "at most one". Left out are those to boxes that are
 * not in the picture.
 */
export function routeRelationships(
  relationships: readonly Relationship[],
  boxes: ReadonlyMap<string, PlacedBox>,
): ReadonlyMap<string, RoutedLine> {
  const ends = new Map<string, Set<string>>();
  for (const relationship of relationships) {
    const row = rowOf(relationship);
    ends.set(row, (ends.get(row) ?? new Set()).add(relationship.parentEnd));
  }
  return new Map(
    relationships.flatMap((relationship) => {
      const isMixed = (ends.get(rowOf(relationship))?.size ?? 0) > 1;
      const route = routeRelationship(relationship, boxes, isMixed);
      return route === null ? [] : [[relationship.id, route] as const];
    }),
  );
}

function rowOf({ parent, foreignKey }: Relationship): string {
  return JSON.stringify([objectKey(parent), foreignKey.references.columns]);
}

function routeRelationship(
  { child, parent, childEnd, parentEnd, foreignKey, isSelf }: Relationship,
  boxes: ReadonlyMap<string, PlacedBox>,
  isMixed: boolean,
): RoutedLine | null {
  const from = boxes.get(objectKey(child));
  const to = boxes.get(objectKey(parent));
  if (from === undefined || to === undefined) return null;
  const fromY = rowY(from, foreignKey.columns);
  const toY = rowY(to, foreignKey.references.columns);
  // A loop needs some room between its ends.
  const isTight = isSelf && Math.abs(fromY - toY) < boxMetrics.linePx;
  const loop = isTight ? 8 : 0;
  const apart = isMixed && !isTight ? (parentEnd === 'exactly-one' ? -apartPx : apartPx) : 0;
  return routeLine({ box: from, y: fromY + loop, end: childEnd }, { box: to, y: toY - loop + apart, end: parentEnd });
}

export function routeReading({ view, reads }: Reading, boxes: ReadonlyMap<string, PlacedBox>): RoutedLine | null {
  const from = boxes.get(view);
  const to = boxes.get(reads);
  if (from === undefined || to === undefined) return null;
  return routeLine({ box: from, y: rowY(from, []), end: 'plain' }, { box: to, y: rowY(to, []), end: 'plain' });
}

/** The middle of the columns' rows, or of the box's head where none of them is shown. */
export function rowY(box: PlacedBox, columns: readonly string[]): number {
  const { headPx, linePx } = boxMetrics;
  const rows = box.lines.flatMap(({ column }, place) => (columns.includes(column) ? [place] : []));
  if (rows.length === 0) return box.y + headPx / 2;
  const middle = rows.reduce((sum, row) => sum + row, 0) / rows.length;
  return box.y + headPx + (middle + 0.5) * linePx;
}
