/**
 * Mean and variance of values that are seen once and not kept (Welford, Note on a method for calculating corrected sums
 * of squares and products, 1962), and of two such lots together (Chan, Golub & LeVeque, 1979). Plain data.
 */
export interface RunningMoments {
  count: number;
  /** 0 while nothing was seen. */
  mean: number;
  /** The sum of the squared distances to the mean. */
  squares: number;
}

export function emptyMoments(): RunningMoments {
  return { count: 0, mean: 0, squares: 0 };
}

export function addToMoments(moments: RunningMoments, value: number): void {
  moments.count += 1;
  const distance = value - moments.mean;
  moments.mean += distance / moments.count;
  moments.squares += distance * (value - moments.mean);
}

/** The moments of all that either has seen. */
export function mergedMoments(left: RunningMoments, right: RunningMoments): RunningMoments {
  if (left.count === 0) return { ...right };
  if (right.count === 0) return { ...left };
  const count = left.count + right.count;
  const distance = right.mean - left.mean;
  const share = right.count / count;
  return {
    count,
    mean: left.mean + distance * share,
    squares: left.squares + right.squares + distance * distance * left.count * share,
  };
}

/** The sample variance (n − 1 below the line), in the square of the values' unit; NaN for fewer than two values. */
export function varianceOf({ count, squares }: RunningMoments): number {
  return count < 2 ? NaN : squares / (count - 1);
}
