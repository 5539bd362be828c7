import { describe, expect, it } from 'vitest';
import { plainCatalog } from '#core/catalog/plain-catalog.ts';
import { diagramOf } from './diagram.ts';
import { routeLine } from './route-line.ts';
import { rowY, routeRelationships } from './route-relationship.ts';
import { placedBoxes } from './svg.ts';
import { schemaOf } from './test-schemas.ts';

const size = { width: 100, height: 100 };
const left = { x: 0, y: 0, ...size };
const right = { x: 300, y: 40, ...size };
const below = { x: 20, y: 300, ...size };

function endsOf(path: string): readonly string[] {
  const points = path.match(/-?[\d.]+,-?[\d.]+/g) ?? [];
  return [points[0] ?? '', points.at(-1) ?? ''];
}

describe('a line between boxes', () => {
  it.each([
    ['beside each other', left, right, ['100,50', '300,90']],
    ['the other way round', right, left, ['300,90', '100,50']],
    ['one below the other, round the nearer side', left, below, ['100,50', '120,350']],
  ] as const)('goes from side to side: %s', (_name, from, to, ends) => {
    const { path } = routeLine({ box: from, y: from.y + 50, end: 'plain' }, { box: to, y: to.y + 50, end: 'plain' });
    expect(endsOf(path)).toEqual(ends);
  });
});

it('ends at the rows of its columns, apart from one that says something else there', () => {
  const catalog = schemaOf(2, (place) => (place === 1 ? [0, 0] : []));
  const [parent, child] = catalog.tables;
  if (parent === undefined || child === undefined) throw new Error('no tables');
  const columns = child.columns.map((each) => (each.name === 'parent_0' ? { ...each, notNull: true } : each));
  const diagram = diagramOf(plainCatalog({ tables: [parent, { ...child, columns }] }), 'columns');
  const places = { '["public","t0"]': { x: 0, y: 0 }, '["public","t1"]': { x: 600, y: 0 } };
  const boxes = placedBoxes(diagram, places);
  const [one, other] = [...routeRelationships(diagram.relationships, boxes).values()].map(({ path }) => endsOf(path));
  const [to, from] = [boxes.get('["public","t0"]'), boxes.get('["public","t1"]')];
  if (to === undefined || from === undefined) throw new Error('no boxes');
  expect(one).toEqual([`600,${rowY(from, ['parent_0'])}`, `${to.width},${rowY(to, ['id']) - 5}`]);
  expect(other).toEqual([`600,${rowY(from, ['parent_1'])}`, `${to.width},${rowY(to, ['id']) + 5}`]);
});
