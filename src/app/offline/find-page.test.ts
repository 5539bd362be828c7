import { expect, it } from 'vitest';
import { findPage } from './find-page.ts';

const urls = new Set(['', 'lessons/normal-forms/1nf/', '404.html', 'favicon.svg']);

it.each([
  ['', { kind: 'page', url: '' }],
  ['index.html', { kind: 'page', url: '' }],
  ['lessons/normal-forms/1nf/', { kind: 'page', url: 'lessons/normal-forms/1nf/' }],
  ['lessons/normal-forms/1nf/index.html', { kind: 'page', url: 'lessons/normal-forms/1nf/' }],
  ['lessons/normal-forms/1nf', { kind: 'moved', to: 'lessons/normal-forms/1nf/' }],
  ['favicon.svg', { kind: 'page', url: 'favicon.svg' }],
  ['lessons/normal-forms/9nf/', { kind: 'unknown' }],
  ['lessons/', { kind: 'unknown' }],
  ['anindex.html', { kind: 'unknown' }],
])('an address of “%s” is answered as a static host would', (path, found) => {
  expect(findPage(path, urls)).toEqual(found);
});
