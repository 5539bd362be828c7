import type { HistoryEntry } from '#state/stored-state.ts';
import { formatQuantity } from '#ui/format-quantity.ts';

/** `12 rows`, `failed, 42703`, `stopped`, or `done` where nothing was to be counted. */
export function outcomeWords({ outcome, sqlState, rowCount }: HistoryEntry): string {
  if (outcome === 'replaced') return 'replaced unrun';
  if (outcome === 'stopped') return 'stopped';
  if (outcome === 'failed') return sqlState === null ? 'failed' : `failed, ${sqlState}`;
  return rowCount === null ? 'done' : formatQuantity(rowCount, 'row');
}

/** The first line with something in it, and a sign when more follow. */
export function firstLine(sql: string): string {
  const lines = sql.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 ? `${lines[0]?.trim()} …` : (lines[0]?.trim() ?? '');
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const calendar = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

/** The day too, for those who come back after a while. */
export function fullTime(atMs: number): string {
  return calendar.format(atMs);
}

/** `14:05`, on the learner's clock. */
export function clockTime(atMs: number): string {
  return clock.format(atMs);
}
