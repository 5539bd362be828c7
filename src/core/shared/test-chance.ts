import { exp, log } from './math.ts';

/**
 * Whether numbers follow a distribution, with limits that hold for every seed: a sample of the distribution exceeds them
 * with a probability of `chanceOfFailure` at most, by inequalities that are proven for any size.
 */

/** So small that, over all the seeds and cases of a file, no seed has to be picked for a test to pass. */
export const chanceOfFailure = 1e-7;

/** The largest distance between the sample's cumulative distribution and the exact one. */
export function kolmogorovDistance(sample: Float64Array, cumulative: (x: number) => number): number {
  let distance = 0;
  for (const [place, x] of sample.toSorted().entries()) {
    const exact = cumulative(x);
    distance = Math.max(distance, exact - place / sample.length, (place + 1) / sample.length - exact);
  }
  return distance;
}

/** Dvoretzky, Kiefer & Wolfowitz 1956, with Massart's constant, 1990. */
export function kolmogorovLimit(sampleSize: number): number {
  return Math.sqrt(log(2 / chanceOfFailure) / (2 * sampleSize));
}

/** Pearson's statistic; neighbouring cells are taken together until each expects five. */
export function chiSquare(
  observed: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): { readonly statistic: number; readonly degrees: number } {
  const total = Array.from(observed).reduce((sum, count) => sum + count, 0);
  let statistic = 0;
  let cells = 0;
  let seen = 0;
  let expected = 0;
  // What is left over at the end of the row belongs to no cell of its own, and is counted against the last full one.
  let last = { seen: 0, expected: 0 };
  const close = () => {
    statistic += (seen - expected) ** 2 / expected;
    cells += 1;
    last = { seen, expected };
    seen = 0;
    expected = 0;
  };
  for (let place = 0; place < probabilities.length; place++) {
    seen += observed[place] ?? 0;
    expected += total * (probabilities[place] ?? 0);
    if (expected >= 5) close();
  }
  if (expected > 0 || seen > 0) {
    if (cells > 0) {
      statistic -= (last.seen - last.expected) ** 2 / last.expected;
      cells -= 1;
    }
    seen += last.seen;
    expected += last.expected;
    close();
  }
  return { statistic, degrees: cells - 1 };
}

/** Laurent & Massart, Adaptive estimation of a quadratic functional, 2000, lemma 1. */
export function chiSquareLimit(degrees: number): number {
  const x = log(1 / chanceOfFailure);
  return degrees + 2 * Math.sqrt(degrees * x) + 2 * x;
}

/** The standard normal distribution function (Marsaglia, Evaluating the normal distribution, 2004), for |x| below 7. */
export function normalCumulative(x: number): number {
  let sum = x;
  let term = x;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + (sum * exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}
