import { objectKey } from '#core/catalog/object-name.ts';
import { boxMetrics } from './box-metrics.ts';
import type { Box } from './boxes.ts';
import type { Reading } from './diagram.ts';
import type { Point } from './geometry.ts';
import type { Relationship } from './relationships.ts';
import { routeLine, type RoutedLine } from './route-line.ts';

export type PlacedBox = Box & Point;

/** From the rows of the columns that refer to those they refer to; null where a box is not in the picture. */
export function routeRelationship(
  { child, parent, childEnd, parentEnd, foreignKey, isSelf }: Relationship,
  boxes: ReadonlyMap<string, PlacedBox>,
): RoutedLine | null {
  const from = boxes.get(objectKey(child));
  const to = boxes.get(objectKey(parent));
  if (from === undefined || to === undefined) return null;
  const fromY = rowY(from, foreignKey.columns);
  const toY = rowY(to, foreignKey.references.columns);
  // A loop needs some room between its ends.
  const isTight = isSelf && Math.abs(fromY - toY) < boxMetrics.linePx;
  const apart = isTight ? 8 : 0;
  return routeLine({ box: from, y: fromY + apart, end: childEnd }, { box: to, y: toY - apart, end: parentEnd });
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
