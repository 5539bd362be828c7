export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The place where a falling curve stops falling fast: the point farthest below the straight line from its first to its
 * last point, with both axes scaled to 1 (Kneedle: Satopää, Albrecht, Irwin & Raghavan, Finding a "Kneedle" in a Haystack,
 * 2011). Left out: the paper's smoothing and its sensitivity, as these curves have one knee. Points whose y is no finite
 * number are passed over. Null where no point lies below the line. Points are in the order of their x.
 */
export function kneeOf(points: readonly CurvePoint[]): CurvePoint | null {
  const curve = points.filter(({ y }) => Number.isFinite(y));
  const first = curve[0];
  const last = curve.at(-1);
  if (first === undefined || last === undefined || last.x === first.x || first.y <= last.y) return null;
  let knee: CurvePoint | null = null;
  let deepest = 0;
  for (const point of curve) {
    const across = (point.x - first.x) / (last.x - first.x);
    const fallen = (first.y - point.y) / (first.y - last.y);
    if (fallen - across > deepest) {
      deepest = fallen - across;
      knee = point;
    }
  }
  return knee;
}
