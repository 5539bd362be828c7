/** What a playback has told so far. */
export interface PlaybackClock {
  /** When the last frame was, or null before the first one. */
  readonly lastMs: number | null;
  /** Time that was played and not told yet. */
  readonly pendingMs: number;
}

export const stoppedClock: PlaybackClock = { lastMs: null, pendingMs: 0 };

/** Longer pauses between frames are the browser's (a dialog, a busy page), and are not played back. */
const longestFrameMs = 250;

/**
 * The clock after a frame at `nowMs`, and how long was played since the last tick; 0 is no tick. With a
 * `tickEveryMs` ticks are saved up until so much time is there.
 */
export function advanceClock(
  clock: PlaybackClock,
  nowMs: number,
  tickEveryMs: number,
): { readonly clock: PlaybackClock; readonly tickMs: number } {
  const frameMs = clock.lastMs === null ? 0 : Math.min(Math.max(0, nowMs - clock.lastMs), longestFrameMs);
  const pendingMs = clock.pendingMs + frameMs;
  if (pendingMs === 0 || pendingMs < tickEveryMs) return { clock: { lastMs: nowMs, pendingMs }, tickMs: 0 };
  return { clock: { lastMs: nowMs, pendingMs: 0 }, tickMs: pendingMs };
}
