/** A time of a run as its clock would show it: "12.345 s", "3 min 12.0 s", "1 h 5 min 9 s". */
export function timeText(timeMs: number): string {
  if (timeMs < 59_999.5) return `${(timeMs / 1000).toFixed(3)} s`;
  const tenths = Math.round(timeMs / 100);
  const minutes = Math.floor(tenths / 600);
  if (minutes < 60) return `${minutes} min ${((tenths % 600) / 10).toFixed(1)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min ${Math.floor((tenths % 600) / 10)} s`;
}
