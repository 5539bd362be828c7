import { exp, log } from './math.ts';
import { normalQuantile } from './normal-quantile.ts';
import { nextUnit, type RandomStream } from './random.ts';

/**
 * Numbers by chance, each by inversion of its distribution: one number uniform on [0, 1) gives one draw. So a stream
 * goes on in the same way whatever is drawn from it, a larger parameter gives a larger number for the same chance, and
 * nothing is remembered between draws. (Law & Kelton, Simulation Modeling and Analysis, sections 8.2 and 11.2.)
 */
export const distributionNames = ['constant', 'uniform', 'exponential', 'lognormal', 'pareto'] as const;

export type DistributionName = (typeof distributionNames)[number];

/** The spread of `drawWithMean`'s lognormal distribution: standard deviation of the logarithm, 1.31 of the mean. */
export const lognormalSigma = 1;

/** The tail of `drawWithMean`'s Pareto distribution: above 2, so that there is a variance (standard deviation 0.89 of the mean). */
export const paretoShape = 2.5;

/** In words for who chooses one where only the mean is given. */
export const distributionNotes: Readonly<Record<DistributionName, string>> = {
  constant: 'Always exactly the mean.',
  uniform: 'Anything from 0 to twice the mean, equally likely.',
  exponential:
    'Mostly short, now and then several times the mean; how long it took so far says nothing of what is left.',
  lognormal: 'Most below the mean, a few many times as long.',
  pareto: 'Never below six tenths of the mean, and a few that are very long.',
};

/** A draw with a mean of 0 or more, in its unit. */
export function drawWithMean(stream: RandomStream, name: DistributionName, mean: number): number {
  switch (name) {
    case 'constant':
      // Takes its number nevertheless, so that another distribution leaves the rest of the stream as it is.
      nextUnit(stream);
      return mean;
    case 'uniform':
      return uniform(stream, 0, 2 * mean);
    case 'exponential':
      return exponential(stream, mean);
    case 'lognormal':
      return mean * lognormal(stream, (-lognormalSigma * lognormalSigma) / 2, lognormalSigma);
    case 'pareto':
      return pareto(stream, (mean * (paretoShape - 1)) / paretoShape, paretoShape);
  }
}

/** From `low` up to `high`. */
export function uniform(stream: RandomStream, low: number, high: number): number {
  return low + nextUnit(stream) * (high - low);
}

/** The time to the next of events that happen at a steady rate, `mean` apart. 0 to 36.8 means. */
export function exponential(stream: RandomStream, mean: number): number {
  return 0 - mean * log(1 - nextUnit(stream));
}

/** eˣ for a normal x of mean `mu` and standard deviation `sigma`. */
export function lognormal(stream: RandomStream, mu: number, sigma: number): number {
  return exp(mu + sigma * normalQuantile(Math.max(nextUnit(stream), leastProbability)));
}

/** At least `scale`, and above x with probability (scale / x)^shape. The mean is finite for a shape above 1. */
export function pareto(stream: RandomStream, scale: number, shape: number): number {
  return scale * exp((0 - log(1 - nextUnit(stream))) / shape);
}

/** 0 has no normal quantile; half of the least number above it that is drawn. */
const leastProbability = 2 ** -54;
