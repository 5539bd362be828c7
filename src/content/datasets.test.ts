import { describe, expect, it } from 'vitest';
import { listDatasets, summariseDataset } from './datasets.ts';

describe('summariseDataset', () => {
  it.each([
    ['-- Schema: Clinic. Patients and visits.\n-- More.', { title: 'Clinic', summary: 'Patients and visits.' }],
    [
      '-- A grocery shop\n-- that delivers. And more.\n--\n-- Else.\ncreate schema shop;',
      { title: 'Shop', summary: 'A grocery shop that delivers.' },
    ],
    ['create table t ();', { title: 'Shop', summary: '' }],
  ])('reads %j', (sql, expected) => {
    expect(summariseDataset('shop', sql)).toEqual({ name: 'shop', ...expected });
  });
});

describe('listDatasets', () => {
  it('finds the scripts of the folder, and nothing else', async () => {
    const texts: Record<string, string> = {
      'datasets/b.sql': '-- Schema: Bank. Accounts.',
      'datasets/notes.md': 'x',
      'datasets/deep/c.sql': 'x',
      'course.yaml': 'x',
    };
    const files = {
      nameOf: (path: string) => path,
      read: (path: string) => Promise.resolve(texts[path] ?? null),
      list: () => Promise.resolve(Object.keys(texts)),
    };
    expect(await listDatasets(files)).toEqual([{ name: 'b', title: 'Bank', summary: 'Accounts.' }]);
  });
});
