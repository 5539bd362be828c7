import { Graph, layout } from '@dagrejs/dagre';
import { diagramOf, questionOf } from '#core/diagram/diagram.ts';
import { boundsOf, doOverlap, type Rectangle } from '#core/diagram/geometry.ts';
import { layOut, type LayOutQuestion, type Places } from '#core/diagram/lay-out.ts';
import { grownSchema } from '#core/diagram/test-schemas.ts';

/**
 * What laying out a diagram costs and gives, beside dagre alone on the whole graph. Prints a table, and fails when a layout
 * has overlapping boxes, or when 60 tables take a second or longer.
 */
const sizes = [5, 30, 60, 200];
const targetTables = 60;
const targetMs = 1_000;
/** The quickest of them counts: what is slower was held up by something else. */
const rounds = 5;
const ratio = 1.5;

let isBad = false;
const rows = sizes.map((tables) => {
  const question = questionOf(diagramOf(grownSchema(tables), 'columns'), {}, ratio);
  const ours = measured(() => layOut(question));
  const plain = measured(() => plainDagre(question));
  const rectangles = rectanglesOf(question, ours.result);
  const overlaps = overlapsOf(rectangles);
  isBad ||= overlaps > 0 || (tables === targetTables && ours.ms >= targetMs);
  return {
    tables,
    links: question.links.length,
    ms: ours.ms.toFixed(1),
    'ms, plain dagre': plain.ms.toFixed(1),
    'times plain dagre': (ours.ms / plain.ms).toFixed(2),
    overlaps,
    'width : height': proportionOf(rectangles),
    'plain dagre’s': proportionOf(rectanglesOf(question, plain.result)),
  };
});
console.table(rows);
if (isBad) {
  console.error(`Boxes overlap, or ${targetTables} tables take ${targetMs} ms or more.`);
  process.exitCode = 1;
}

function measured(work: () => Places): { readonly ms: number; readonly result: Places } {
  let ms = Number.POSITIVE_INFINITY;
  let result: Places = {};
  for (let round = 0; round < rounds; round += 1) {
    const startMs = performance.now();
    result = work();
    ms = Math.min(ms, performance.now() - startMs);
  }
  return { ms, result };
}

function plainDagre({ boxes, links }: LayOutQuestion): Places {
  const graph = new Graph().setGraph({ rankdir: 'LR', nodesep: 32, ranksep: 96 }).setDefaultEdgeLabel(() => ({}));
  for (const { key, width, height } of boxes) graph.setNode(key, { width, height });
  for (const { parent, child } of links) if (parent !== child) graph.setEdge(parent, child);
  layout(graph);
  return Object.fromEntries(
    boxes.map(({ key, width, height }) => {
      const { x = 0, y = 0 } = graph.node(key);
      return [key, { x: x - width / 2, y: y - height / 2 }];
    }),
  );
}

function rectanglesOf({ boxes }: LayOutQuestion, places: Places): readonly Rectangle[] {
  return boxes.map(({ key, width, height }) => ({ ...(places[key] ?? { x: 0, y: 0 }), width, height }));
}

function overlapsOf(rectangles: readonly Rectangle[]): number {
  return rectangles.reduce(
    (sum, one, place) => sum + rectangles.slice(place + 1).filter((other) => doOverlap(one, other)).length,
    0,
  );
}

function proportionOf(rectangles: readonly Rectangle[]): string {
  const { width, height } = boundsOf(rectangles);
  return (width / height).toFixed(2);
}
