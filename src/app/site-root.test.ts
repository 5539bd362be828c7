import { expect, it } from 'vitest';
import { siteRoot } from './site-root.ts';

it.each([
  ['https://example.org/assets/main-a1b2.js', '/'],
  ['https://example.org/some-repo/assets/main-a1b2.js', '/some-repo/'],
  ['https://example.org/a/assets/b/assets/main-a1b2.js?v=1', '/a/assets/b/'],
  ['http://127.0.0.1:5173/src/main.tsx', '/'],
])('finds the root of the site from %s', (script, root) => {
  expect(siteRoot(script)).toBe(root);
});
