const counts = new Intl.NumberFormat('en-US');

/** 1234567 → `1,234,567`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** `1 row`, `3,414 rows`. */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/**
 * `under 1 ms`, `6 ms`, `1.4 s`, `2 min 5 s`: as precise as a reader can use, and never `0 ms`, because browsers
 * round their clocks and something did take time.
 */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1) return 'under 1 ms';
  if (durationMs < 999.5) return `${Math.round(durationMs)} ms`;
  const seconds = durationMs / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** `250 bytes`, `12 kB`, `9.1 MB`: in powers of a thousand, as networks and disks count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return formatQuantity(bytes, 'byte');
  if (bytes < 999_500) return `${formatCount(Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
