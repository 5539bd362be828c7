import { distributionNames, drawWithMean } from '#core/shared/distributions.ts';
import { nextIndex, nextUnit, randomStreams, type RandomStream } from '#core/shared/random.ts';
import { zipfMass, zipfSampler } from '#core/shared/zipf.ts';
import type { Computation } from './computations.ts';

const count = 100_000;

function drawn(draw: (stream: RandomStream) => number): Computation {
  return (seed) => {
    const { other, stream } = randomStreams(seed, ['other', 'stream']);
    // The stream as it is left belongs to the outcome.
    return [Float64Array.from({ length: count }, () => draw(stream)), stream, other];
  };
}

const zipfShapes: readonly (readonly [count: number, exponent: number])[] = [
  [10, 0],
  [1000, 0.9],
  [1000, 1],
  [1e9, 1.2],
];

/** 100,000 draws of each. */
export const draws: Readonly<Record<string, Computation>> = {
  units: drawn(nextUnit),
  indexes: drawn((stream) => nextIndex(stream, 1000)),
  ...Object.fromEntries(
    distributionNames.map((name) => [
      `the ${name} distribution`,
      drawn((stream) => drawWithMean(stream, name, 12_345_678)),
    ]),
  ),
  ...Object.fromEntries(
    zipfShapes.map(([ranks, exponent]) => [
      `Zipf's law over ${ranks} ranks, exponent ${exponent}`,
      drawn(zipfSampler(ranks, exponent)),
    ]),
  ),
  "the mass of Zipf's law": () => zipfMass(10_000, 0.99),
};
