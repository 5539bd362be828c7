/** A time of a run as its clock would show it: "12.345 s", "3 min 12.0 s". */
export function timeText(timeMs: number): string {
  const seconds = timeMs / 1000;
  if (seconds < 60) return `${seconds.toFixed(3)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${(seconds - minutes * 60).toFixed(1)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min ${Math.floor(seconds % 60)} s`;
}
