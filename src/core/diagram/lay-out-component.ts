import { Graph, layout } from '@dagrejs/dagre';
import type { LayOutBox, Link } from './lay-out.ts';
import type { Point } from './geometry.ts';
import { stackInOrder } from './stack-in-order.ts';

/** Between boxes of one column, and between columns: there the lines and their feet have their place. */
const rowGap = 32;
const columnGap = 96;
/** How often each column is moved to where its relations are, once left to right and once back. */
const sweeps = 4;

/**
 * Lays out boxes that hang together: parents left, children right, by dagre (Gansner et al., "A technique for drawing
 * directed graphs", 1993; Brandes and Köpf, "Fast and simple horizontal coordinate assignment", 2001). Schemas are
 * shallow: most tables refer to a few, so dagre's columns are towers. Those are folded into several that stand beside
 * each other, in dagre's order, and each is then moved to where its relations are. A long chain is broken into lines,
 * like a text.
 */
export function layOutComponent(
  boxes: readonly LayOutBox[],
  links: readonly Link[],
  ratio: number,
): ReadonlyMap<string, Point> {
  const [only] = boxes;
  if (boxes.length === 1 && only !== undefined) return new Map([[only.key, { x: 0, y: 0 }]]);

  const graph = new Graph()
    .setGraph({ rankdir: 'LR', nodesep: rowGap, ranksep: columnGap, edgesep: 12 })
    .setDefaultEdgeLabel(() => ({}));
  for (const { key, width, height } of boxes) graph.setNode(key, { width, height });
  for (const { parent, child } of links) if (parent !== child) graph.setEdge(parent, child);
  layout(graph);

  const heights = new Map(boxes.map(({ key, height }) => [key, height]));
  const placed = boxes.map((box) => {
    const { x = 0, y = 0 } = graph.node(box.key);
    return { box, x, y };
  });
  const columns = columnsOf(placed);
  const folded = fold(columns, ratio);
  const lines = broken(folded, ratio);
  if (folded.length === columns.length && lines.length === 1) {
    // Nothing was folded: dagre's own places are the better ones.
    return new Map(placed.map(({ box, x, y }) => [box.key, { x: x - box.width / 2, y: y - box.height / 2 }]));
  }
  return new Map(
    lines.reduce<readonly (readonly [string, Point])[]>((above, line) => {
      const top = Math.max(-2 * rowGap, ...above.map(([key, { y }]) => y + (heights.get(key) ?? 0))) + 2 * rowGap;
      const places = [...arrange(line, links)];
      const highest = Math.min(...places.map(([, { y }]) => y));
      return [...above, ...places.map(([key, { x, y }]) => [key, { x, y: y - highest + top }] as const)];
    }, []),
  );
}

interface PlacedBox {
  readonly box: LayOutBox;
  readonly x: number;
  readonly y: number;
}

type BoxColumn = readonly LayOutBox[];

/** Dagre's columns, each from top to bottom. */
function columnsOf(placed: readonly PlacedBox[]): readonly BoxColumn[] {
  const byX = new Map<number, PlacedBox[]>();
  for (const each of placed) byX.set(each.x, [...(byX.get(each.x) ?? []), each]);
  return [...byX]
    .toSorted(([a], [b]) => a - b)
    .map(([, column]) => column.toSorted((a, b) => a.y - b.y).map(({ box }) => box));
}

function fold(columns: readonly BoxColumn[], ratio: number): readonly BoxColumn[] {
  const area = columns.flat().reduce((sum, { width, height }) => sum + (width + columnGap) * (height + rowGap), 0);
  // A little higher than asked for: columns are never full.
  const limit = 1.15 * Math.sqrt(area / ratio);
  return columns.flatMap((column) => {
    const count = Math.min(column.length, Math.ceil(heightOf(column) / limit));
    // In turn, not in pieces: what is near in dagre's order stays near.
    return Array.from({ length: count }, (_, part) => column.filter((_box, place) => place % count === part));
  });
}

/** Columns in lines, so many that the lines one below another are about as wide as they are high together. */
function broken(columns: readonly BoxColumn[], ratio: number): readonly (readonly BoxColumn[])[] {
  const width = columns.reduce((sum, column) => sum + columnGap + Math.max(...column.map((box) => box.width)), 0);
  const height = Math.max(...columns.map(heightOf));
  // What is up to twice as wide as wished is better left in one piece.
  if (width < 2 * ratio * height) return [columns];
  const perLine = Math.ceil(columns.length / Math.round(Math.sqrt(width / (height * ratio))));
  const count = Math.ceil(columns.length / perLine);
  return Array.from({ length: count }, (_, line) => columns.slice(line * perLine, (line + 1) * perLine));
}

function heightOf(column: BoxColumn): number {
  return column.reduce((sum, { height }) => sum + height + rowGap, 0);
}

function arrange(columns: readonly BoxColumn[], links: readonly Link[]): ReadonlyMap<string, Point> {
  const neighbours = new Map<string, string[]>();
  for (const { parent, child } of links) {
    if (parent === child) continue;
    neighbours.set(parent, [...(neighbours.get(parent) ?? []), child]);
    neighbours.set(child, [...(neighbours.get(child) ?? []), parent]);
  }
  const tallest = Math.max(...columns.map(heightOf));
  const middles = new Map<string, number>();
  const settle = (column: BoxColumn, wishOf: (box: LayOutBox, place: number) => number): void => {
    const tops = stackInOrder(
      column.map((box, place) => ({ height: box.height, wish: wishOf(box, place) })),
      rowGap,
    );
    for (const [place, box] of column.entries()) middles.set(box.key, (tops[place] ?? 0) + box.height / 2);
  };
  for (const column of columns) settle(column, (_box, place) => ((place + 0.5) / column.length) * tallest);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      settle(column, ({ key }) => {
        const near = (neighbours.get(key) ?? []).map((each) => middles.get(each) ?? 0);
        const own = middles.get(key) ?? 0;
        return (own + near.reduce((sum, each) => sum + each, 0)) / (near.length + 1);
      });
    }
  }

  const places = new Map<string, Point>();
  let x = 0;
  for (const column of columns) {
    const width = Math.max(...column.map((box) => box.width));
    for (const box of column) {
      places.set(box.key, { x: x + (width - box.width) / 2, y: (middles.get(box.key) ?? 0) - box.height / 2 });
    }
    x += width + columnGap;
  }
  return places;
}
