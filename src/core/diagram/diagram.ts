import type { Catalog } from '#core/catalog/catalog.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import { boxesOf, type Box, type Detail } from './boxes.ts';
import type { LayOutQuestion, Link, Places } from './lay-out.ts';
import { rootsOf } from './partition-roots.ts';
import { junctionsOf, relationshipsOf, type Junction, type Relationship } from './relationships.ts';

/** What a picture of a schema shows, without where. */
export interface Diagram {
  readonly boxes: readonly Box[];
  readonly relationships: readonly Relationship[];
  readonly junctions: readonly Junction[];
  readonly readings: readonly Reading[];
}

/** A view and a table or view that it reads, by their keys. */
export interface Reading {
  readonly id: string;
  readonly view: string;
  readonly reads: string;
}

export function diagramOf(catalog: Catalog, detail: Detail, opened?: ReadonlySet<string>): Diagram {
  const boxes = boxesOf(catalog, detail, opened);
  return {
    boxes,
    relationships: relationshipsOf(catalog),
    junctions: junctionsOf(catalog),
    readings: readingsOf(catalog, new Set(boxes.map(({ key }) => key))),
  };
}

function readingsOf(catalog: Catalog, boxes: ReadonlySet<string>): readonly Reading[] {
  const roots = rootsOf(catalog);
  return catalog.views.flatMap((view) => {
    const from = objectKey(view);
    // A view that reads two partitions reads their table once.
    const read = new Set(view.dependsOn.map((each) => objectKey(roots.get(objectKey(each)) ?? each)));
    return [...read]
      .filter((key) => boxes.has(key) && key !== from)
      .map((reads) => ({ id: JSON.stringify([from, reads]), view: from, reads }));
  });
}

export function questionOf(diagram: Diagram, places: Places, ratio: number): LayOutQuestion {
  return {
    boxes: diagram.boxes.map(({ key, width, height }) => ({ key, width, height })),
    links: linksOf(diagram),
    places,
    ratio,
  };
}

function linksOf({ relationships, readings }: Diagram): readonly Link[] {
  return [
    ...relationships.map(({ parent, child }) => ({ parent: objectKey(parent), child: objectKey(child) })),
    ...readings.map(({ view, reads }) => ({ parent: reads, child: view })),
  ];
}
