import { describe, expect, it } from 'vitest';
import { affectedRows, parseCommandTag } from './command-tag.ts';

describe('parseCommandTag', () => {
  it.each([
    ['INSERT 0 5', { name: 'INSERT', rows: 5 }],
    ['UPDATE 0', { name: 'UPDATE', rows: 0 }],
    ['SELECT 1000000', { name: 'SELECT', rows: 1_000_000 }],
    ['CREATE TABLE', { name: 'CREATE TABLE', rows: null }],
    ['REFRESH MATERIALIZED VIEW', { name: 'REFRESH MATERIALIZED VIEW', rows: null }],
  ])('takes %s apart', (tag, command) => {
    expect(parseCommandTag(tag)).toEqual(command);
  });
});

describe('affectedRows', () => {
  it.each([
    ['DELETE 2', false, 2],
    ['INSERT 0 3', true, 3],
    ['SELECT 4', true, null],
    ['SELECT 4', false, 4],
    ['FETCH 2', true, null],
    ['VACUUM', false, null],
  ])('of %s, returning rows: %s, is %s', (tag, returnsRows, rows) => {
    expect(affectedRows(parseCommandTag(tag), returnsRows)).toBe(rows);
  });
});
