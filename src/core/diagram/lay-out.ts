import { freePlace } from './free-place.ts';
import { boundsOf, doOverlap, type Point, type Rectangle, type Size } from './geometry.ts';
import { layOutComponent } from './lay-out-component.ts';
import { packRectangles } from './pack-rectangles.ts';

/**
 * Where the boxes of a diagram stand. What hangs together is laid out together, and the groups and lone boxes are packed
 * towards the picture's proportions. Boxes that have a place keep it, and the others go to a free one near what they are
 * related to. No two boxes overlap, and the same question has the same answer whatever order it is asked in.
 */
export interface LayOutQuestion {
  readonly boxes: readonly LayOutBox[];
  readonly links: readonly Link[];
  /** Where boxes have been put, by their key; the first stays where two lie over each other. */
  readonly places: Readonly<Record<string, Point>>;
  /** How much wider than high the picture is to be. */
  readonly ratio: number;
}

export interface LayOutBox extends Size {
  readonly key: string;
}

/** Parents stand left of their children. */
export interface Link {
  readonly parent: string;
  readonly child: string;
}

export type Places = Readonly<Record<string, Point>>;

const groupGap = 56;
const leastGap = 24;

export function layOut({ boxes, links, places, ratio }: LayOutQuestion): Places {
  const inOrder = boxes.toSorted((a, b) => compare(a.key, b.key));
  const byKey = new Map(inOrder.map((box) => [box.key, box]));
  const linked = uniqueLinks(links, byKey);

  const standing = new Map<string, Rectangle>();
  for (const [key, place] of Object.entries(places)) {
    const box = byKey.get(key);
    if (box === undefined) continue;
    const others = [...standing.values()];
    // As near to another as it was put; apart where it would lie over it.
    const isFree = !others.some((other) => doOverlap({ ...place, width: box.width, height: box.height }, other));
    const at = isFree ? place : freePlace(place, box, others, leastGap);
    standing.set(key, { ...at, width: box.width, height: box.height });
  }

  const rest = inOrder.filter(({ key }) => !standing.has(key));
  const groups = groupsOf(rest, linked).map((group) => layOutGroup(group, linked, ratio));
  if (standing.size === 0) return packed(groups, ratio);
  for (const group of groups) {
    const at = freePlace(wishFor(group, standing, linked), group.size, [...standing.values()], leastGap);
    for (const [key, box] of group.boxes) standing.set(key, moved(box, at));
  }
  return placesOf(standing);
}

/** In whole pixels, where text is sharp; boxes that are laid out stand further apart than that. */
function moved(box: Rectangle, by: Point): Rectangle {
  return { ...box, x: Math.round(by.x + box.x), y: Math.round(by.y + box.y) };
}

/** Boxes that hang together, laid out from (0, 0) on. */
interface Group {
  readonly boxes: ReadonlyMap<string, Rectangle>;
  readonly size: Size;
}

function layOutGroup(boxes: readonly LayOutBox[], links: readonly Link[], ratio: number): Group {
  const keys = new Set(boxes.map(({ key }) => key));
  const within = links.filter(({ parent, child }) => keys.has(parent) && keys.has(child));
  const places = layOutComponent(boxes, within, ratio);
  const rectangles = boxes.map(({ key, width, height }) => ({ ...(places.get(key) ?? { x: 0, y: 0 }), width, height }));
  const bounds = boundsOf(rectangles);
  const fromOrigin = rectangles.map((each, place) => {
    return [boxes[place]?.key ?? '', { ...each, x: each.x - bounds.x, y: each.y - bounds.y }] as const;
  });
  return { boxes: new Map(fromOrigin), size: { width: bounds.width, height: bounds.height } };
}

function packed(groups: readonly Group[], ratio: number): Places {
  // The largest first; lone boxes, by their heights, fill up what is left.
  const inOrder = groups.toSorted((a, b) => b.boxes.size - a.boxes.size || b.size.height - a.size.height);
  const corners = packRectangles(
    inOrder.map(({ size }) => size),
    ratio,
    groupGap,
  );
  const standing = new Map<string, Rectangle>();
  for (const [place, group] of inOrder.entries()) {
    const corner = corners[place] ?? { x: 0, y: 0 };
    for (const [key, box] of group.boxes) standing.set(key, moved(box, corner));
  }
  return placesOf(standing);
}

/** Beside what it is related to: right of its parents, left of its children; else below everything. */
function wishFor(group: Group, standing: ReadonlyMap<string, Rectangle>, links: readonly Link[]): Point {
  const wishes = links.flatMap(({ parent, child }): readonly Point[] => {
    const [above, below] = [standing.get(parent), standing.get(child)];
    if (above !== undefined && group.boxes.has(child)) return [{ x: above.x + above.width + leastGap * 3, y: above.y }];
    if (below !== undefined && group.boxes.has(parent)) {
      return [{ x: below.x - group.size.width - leastGap * 3, y: below.y }];
    }
    return [];
  });
  const bounds = boundsOf([...standing.values()]);
  if (wishes.length === 0) return { x: bounds.x, y: bounds.y + bounds.height + groupGap };
  return { x: mean(wishes.map(({ x }) => x)), y: mean(wishes.map(({ y }) => y)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function placesOf(standing: ReadonlyMap<string, Rectangle>): Places {
  return Object.fromEntries([...standing].map(([key, { x, y }]) => [key, { x, y }]));
}

function groupsOf(boxes: readonly LayOutBox[], links: readonly Link[]): readonly (readonly LayOutBox[])[] {
  const near = new Map<string, string[]>();
  const join = (from: string, to: string) => {
    const known = near.get(from);
    if (known === undefined) near.set(from, [to]);
    else known.push(to);
  };
  for (const { parent, child } of links) {
    join(parent, child);
    join(child, parent);
  }
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  const seen = new Set<string>();
  return boxes.flatMap((box) => {
    if (seen.has(box.key)) return [];
    seen.add(box.key);
    const group = [box];
    // The list grows while it is gone through.
    for (const { key } of group) {
      for (const other of near.get(key) ?? []) {
        const found = byKey.get(other);
        if (found === undefined || seen.has(other)) continue;
        seen.add(other);
        group.push(found);
      }
    }
    return [group.toSorted((a, b) => compare(a.key, b.key))];
  });
}

function uniqueLinks(links: readonly Link[], boxes: ReadonlyMap<string, LayOutBox>): readonly Link[] {
  const known = links.filter(({ parent, child }) => parent !== child && boxes.has(parent) && boxes.has(child));
  const byKey = new Map(known.map((link) => [JSON.stringify([link.parent, link.child]), link]));
  return [...byKey].toSorted(([a], [b]) => compare(a, b)).map(([, link]) => link);
}

/** By code units: the same everywhere, unlike the order of a language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
