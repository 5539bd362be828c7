import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distributionNames,
  drawWithMean,
  exponential,
  lognormal,
  pareto,
  paretoShape,
  uniform,
  type DistributionName,
} from './distributions.ts';
import { exp, log } from './math.ts';
import { normalQuantile } from './normal-quantile.ts';
import { pow } from './pow.ts';
import { largestSeed, nextUnit, randomStreams, type RandomStream } from './random.ts';
import { kolmogorovDistance, kolmogorovLimit, normalCumulative } from './test-chance.ts';

const exponentialCumulative = (mean: number) => (x: number) => 1 - exp(-x / mean);
const uniformCumulative = (low: number, high: number) => (x: number) => (x - low) / (high - low);
const lognormalCumulative = (mu: number, sigma: number) => (x: number) => normalCumulative((log(x) - mu) / sigma);
const paretoCumulative = (scale: number, shape: number) => (x: number) => 1 - pow(scale / x, shape);

type Case = readonly [name: string, draw: (stream: RandomStream) => number, cumulative: (x: number) => number];

const cases: readonly Case[] = [
  ['exponential of mean 1', (stream) => exponential(stream, 1), exponentialCumulative(1)],
  ['exponential of mean 2e9', (stream) => exponential(stream, 2e9), exponentialCumulative(2e9)],
  ['uniform from -3 to 5', (stream) => uniform(stream, -3, 5), uniformCumulative(-3, 5)],
  ['lognormal of 0 and 1', (stream) => lognormal(stream, 0, 1), lognormalCumulative(0, 1)],
  ['lognormal of 3 and 0.25', (stream) => lognormal(stream, 3, 0.25), lognormalCumulative(3, 0.25)],
  ['Pareto from 1, shape 1.1', (stream) => pareto(stream, 1, 1.1), paretoCumulative(1, 1.1)],
  ['Pareto from 40, shape 3', (stream) => pareto(stream, 40, 3), paretoCumulative(40, 3)],
  ['uniform of mean 7', (stream) => drawWithMean(stream, 'uniform', 7), uniformCumulative(0, 14)],
  ['exponential of mean 7', (stream) => drawWithMean(stream, 'exponential', 7), exponentialCumulative(7)],
  ['lognormal of mean 7', (stream) => drawWithMean(stream, 'lognormal', 7), lognormalCumulative(log(7) - 0.5, 1)],
  ['Pareto of mean 7', (stream) => drawWithMean(stream, 'pareto', 7), paretoCumulative(4.2, 2.5)],
];

describe('the draws', () => {
  it.each(cases)('are %s, for each of a hundred seeds and for all of them together', (_, draw, cumulative) => {
    const all = new Float64Array(100 * 1000);
    for (let seed = 0; seed < 100; seed++) {
      const { stream } = randomStreams(seed, ['stream']);
      const sample = Float64Array.from({ length: 1000 }, () => draw(stream));
      all.set(sample, seed * 1000);
      expect(kolmogorovDistance(sample, cumulative)).toBeLessThan(kolmogorovLimit(1000));
    }
    expect(kolmogorovDistance(all, cumulative)).toBeLessThan(kolmogorovLimit(all.length));
  });

  it('are told from those of another distribution', () => {
    const { stream } = randomStreams(1, ['stream']);
    const sample = Float64Array.from({ length: 100_000 }, () => exponential(stream, 1.03));
    expect(kolmogorovDistance(sample, exponentialCumulative(1))).toBeGreaterThan(kolmogorovLimit(sample.length));
  });
});

describe('drawWithMean', () => {
  // Variance and kurtosis (the fourth central moment over the variance squared) of a distribution with mean 1. A Pareto
  // distribution of shape 2.5 has no fourth moment, and so its sample variance no standard error.
  it.each<readonly [DistributionName, number, number]>([
    ['uniform', 1 / 3, 1.8],
    ['exponential', 1, 9],
    ['lognormal', Math.E - 1, Math.exp(4) + 2 * Math.exp(3) + 3 * Math.exp(2) - 3],
    ['pareto', 1 / (paretoShape * (paretoShape - 2)), Infinity],
  ])('has the mean that it is given, and its variance, as %s', (name, variance, kurtosis) => {
    const mean = 250;
    const length = 400_000;
    const { stream } = randomStreams(2, ['stream']);
    const sample = Float64Array.from({ length }, () => drawWithMean(stream, name, mean) / mean);
    const found = sample.reduce((sum, x) => sum + x, 0) / length;
    const spread = sample.reduce((sum, x) => sum + (x - found) ** 2, 0) / (length - 1);
    expect(Math.abs(found - 1)).toBeLessThan(4 * Math.sqrt(variance / length));
    expect(Math.abs(spread - variance)).toBeLessThan(4 * variance * Math.sqrt((kurtosis - 1) / length));
  });

  it.each(distributionNames)('gives finite numbers from 0 up, and 0 for the mean 0, as %s', (name) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: largestSeed }),
        fc.double({ min: 0, max: 1e15, noNaN: true }),
        (seed, mean) => {
          const { stream } = randomStreams(seed, ['stream']);
          for (let draw = 0; draw < 20; draw++) {
            const drawn = drawWithMean(stream, name, mean);
            expect(drawn).toBeGreaterThanOrEqual(0);
            expect(drawn).toBeLessThan(Infinity);
            expect(Object.is(drawWithMean(stream, name, 0), 0)).toBe(true);
          }
        },
      ),
    );
  });

  it.each(distributionNames)('takes one number of the stream, as %s', (name) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestSeed }), (seed) => {
        const { stream } = randomStreams(seed, ['stream']);
        const beside = structuredClone(stream);
        drawWithMean(stream, name, 3);
        nextUnit(beside);
        expect(stream).toEqual(beside);
      }),
    );
  });

  it.each(distributionNames)('of a greater mean is greater for the same chance, as %s', (name) => {
    const seeds = fc.integer({ min: 0, max: largestSeed });
    const means = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(seeds, means, fc.double({ min: 1.001, max: 100, noNaN: true }), (seed, mean, factor) => {
        const { stream } = randomStreams(seed, ['stream']);
        const smaller = drawWithMean(structuredClone(stream), name, mean);
        expect(drawWithMean(stream, name, mean * factor)).toBeGreaterThan(smaller);
      }),
    );
  });
});

/** A stream whose next number is 0, and one whose next is the largest below 1. */
const leastStream = (): RandomStream => [0, 0, 0, 0];

describe('the ends of the scale', () => {
  it('are finite where the number drawn is 0', () => {
    expect(nextUnit(leastStream())).toBe(0);
    expect(exponential(leastStream(), 5)).toBe(0);
    expect(pareto(leastStream(), 5, 2)).toBe(5);
    expect(uniform(leastStream(), 5, 9)).toBe(5);
    expect(lognormal(leastStream(), 0, 1)).toBeCloseTo(Math.exp(normalQuantile(2 ** -54)), 12);
  });
});

describe('normalQuantile', () => {
  it.each([
    // Abramowitz & Stegun, tables 26.5 and 26.6, and Wichura's own check values.
    [0.5, 0],
    [0.75, 0.674489750196082],
    [0.9, 1.2815515655446],
    [0.975, 1.95996398454005],
    [0.999, 3.09023230616781],
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.26234008979841],
  ])('of %d is %d', (probability, expected) => {
    expect(normalQuantile(probability)).toBeCloseTo(expected, 13);
  });

  it('undoes the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (probability) => {
        expect(Math.abs(normalCumulative(normalQuantile(probability)) - probability)).toBeLessThan(1e-14);
      }),
      { numRuns: 2000 },
    );
  });

  it('is odd about one half, also where it changes from one formula to another', () => {
    for (const probability of [1e-3, 0.0749, 0.075, 0.0751, 0.2, 0.4999]) {
      expect(normalQuantile(1 - probability)).toBeCloseTo(-normalQuantile(probability), 12);
    }
    for (const edge of [0.075, 0.925, Math.exp(-25)]) {
      expect(normalQuantile(edge * (1 + 1e-9))).toBeGreaterThan(normalQuantile(edge * (1 - 1e-9)));
    }
  });
});
