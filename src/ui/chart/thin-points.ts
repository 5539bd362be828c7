export interface PlotPoint {
  readonly x: number;
  /** NaN is a gap. */
  readonly y: number;
}

/**
 * No more points than can be told apart: of each column of pixels the first, the lowest, the highest and the last, so
 * that no peak is lost (M4: Jugel et al., PVLDB 7(10), 2014). Gaps that are a column wide or more stay.
 */
export function thinPoints(points: readonly PlotPoint[], widthPx: number): readonly PlotPoint[] {
  if (points.length <= 4 * widthPx) return points;
  const thinned: PlotPoint[] = [];
  for (let from = 0; from < points.length;) {
    const column = columnOf(points[from]);
    let to = from + 1;
    while (to < points.length && columnOf(points[to]) === column) to++;
    thinned.push(...extremes(points.slice(from, to)));
    from = to;
  }
  return thinned;
}

function columnOf(point: PlotPoint | undefined): number {
  return Math.floor(point?.x ?? 0);
}

function extremes(points: readonly PlotPoint[]): readonly PlotPoint[] {
  const there = points.filter((point) => Number.isFinite(point.y));
  const first = there[0];
  if (first === undefined) return points.slice(0, 1);
  let lowest = first;
  let highest = first;
  for (const point of there) {
    if (point.y < lowest.y) lowest = point;
    if (point.y > highest.y) highest = point;
  }
  const kept = new Set([first, lowest, highest, there.at(-1)]);
  return there.filter((point) => kept.has(point));
}

/** The corners of a line whose values hold until the next. */
export function stepCorners(points: readonly PlotPoint[]): readonly PlotPoint[] {
  const corners: PlotPoint[] = [];
  for (const point of points) {
    const before = corners.at(-1);
    if (before !== undefined && Number.isFinite(before.y)) corners.push({ x: point.x, y: before.y });
    corners.push(point);
  }
  return corners;
}
