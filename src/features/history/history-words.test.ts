import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#state/stored-state.ts';
import { firstLine, outcomeWords } from './history-words.ts';

const ran: HistoryEntry = {
  id: 1,
  atMs: 0,
  sql: 'select 1',
  stepId: null,
  outcome: 'ok',
  sqlState: null,
  rowCount: null,
  durationMs: 1,
};

describe('a run in the history', () => {
  it.each([
    [{ rowCount: 3414 }, '3,414 rows'],
    [{ rowCount: null }, 'done'],
    [{ outcome: 'failed', sqlState: '42703' }, 'failed, 42703'],
    [{ outcome: 'stopped' }, 'stopped'],
  ] satisfies [Partial<HistoryEntry>, string][])('%j reads %s', (changed, words) => {
    expect(outcomeWords({ ...ran, ...changed })).toBe(words);
  });

  it.each([
    ['select 1', 'select 1'],
    ['\n  select\n 1', 'select …'],
    ['', ''],
  ])('%j is known by its first line', (sql, line) => {
    expect(firstLine(sql)).toBe(line);
  });
});
