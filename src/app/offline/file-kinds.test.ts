import { expect, it } from 'vitest';
import { groupFiles } from './file-kinds.ts';

it('groups files by what they are for, the largest group first', () => {
  const files = [
    { url: '', bytes: 10 },
    { url: 'lessons/normal-forms/1nf/', bytes: 20 },
    { url: '404.html', bytes: 5 },
    { url: 'assets/pglite-1.wasm', bytes: 900 },
    { url: 'assets/base-image-2.bin', bytes: 300 },
    { url: 'theme.js', bytes: 50 },
    { url: 'assets/inter.woff2', bytes: 40 },
    { url: 'favicon.svg', bytes: 1 },
  ];
  expect(groupFiles(files)).toEqual([
    { kind: 'PostgreSQL', count: 2, bytes: 1200 },
    { kind: 'Program and lessons', count: 1, bytes: 50 },
    { kind: 'Typefaces', count: 1, bytes: 40 },
    { kind: 'Pages', count: 3, bytes: 35 },
    { kind: 'Icons and the rest', count: 1, bytes: 1 },
  ]);
});
