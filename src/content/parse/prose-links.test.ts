import { describe, expect, it } from 'vitest';
import { readLink } from './prose-links.ts';

describe('readLink', () => {
  it.each([
    ['2nf.md', { kind: 'lesson', lesson: 'normal-forms/2nf', step: null }],
    ['./2nf.md#split', { kind: 'lesson', lesson: 'normal-forms/2nf', step: 'split' }],
    ['../indexes/b-tree.md', { kind: 'lesson', lesson: 'indexes/b-tree', step: null }],
    ['#%C3%BCber', { kind: 'lesson', lesson: 'normal-forms/1nf', step: 'über' }],
    ['#100%', { kind: 'lesson', lesson: 'normal-forms/1nf', step: '100%' }],
    ['https://www.postgresql.org/docs/18/', { kind: 'web' }],
    ['mailto:someone@example.org', { kind: 'web' }],
  ])('follows %s', (url, target) => {
    expect(readLink(url, 'normal-forms/1nf')).toEqual(target);
  });

  it.each([
    '',
    '#',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//elsewhere.example',
    '/2nf.md',
    '2nf.html',
    'notes.txt',
    '../../../2nf.md',
  ])('refuses %o', (url) => {
    expect(readLink(url, 'normal-forms/1nf').kind).toBe('refused');
  });
});
