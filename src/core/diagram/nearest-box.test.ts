import { expect, it } from 'vitest';
import { nearestBox } from './nearest-box.ts';

const size = { width: 100, height: 50 };
const here = { key: 'here', x: 0, y: 0, ...size };
const right = { key: 'right', x: 300, y: 20, ...size };
const aside = { key: 'aside', x: 150, y: 400, ...size };
const above = { key: 'above', x: 10, y: -200, ...size };
const all = [here, right, aside, above];

it.each([
  ['right', 'right'],
  ['down', 'aside'],
  ['up', 'above'],
  ['left', undefined],
] as const)('goes %s to the box %s', (way, key) => {
  expect(nearestBox(here, all, way)?.key).toBe(key);
});

it('goes back to where it came from in a row', () => {
  expect(nearestBox(right, [here, right], 'left')).toBe(here);
});
