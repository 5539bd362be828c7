import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StatementClock } from './statement-clock.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('gives each statement of a run its own time', () => {
  const onLimit = vi.fn<(limitMs: number) => void>();
  const clock = new StatementClock(1000, onLimit);
  clock.onSplit();
  vi.advanceTimersByTime(900);
  clock.onOutcome();
  vi.advanceTimersByTime(999);
  expect(onLimit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onLimit).toHaveBeenCalledExactlyOnceWith(1000);
});

it('does not begin before the run does, and ends with it', () => {
  const onLimit = vi.fn<(limitMs: number) => void>();
  const clock = new StatementClock(1000, onLimit);
  vi.advanceTimersByTime(5000);
  clock.onSplit();
  clock.stop();
  vi.advanceTimersByTime(5000);
  expect(onLimit).not.toHaveBeenCalled();
});

it('never ends a run without a limit', () => {
  const onLimit = vi.fn<(limitMs: number) => void>();
  new StatementClock(undefined, onLimit).onSplit();
  vi.advanceTimersByTime(1_000_000);
  expect(onLimit).not.toHaveBeenCalled();
});
