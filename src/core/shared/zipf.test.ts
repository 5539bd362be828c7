import { describe, expect, it } from 'vitest';
import { nextUnit, randomStreams } from './random.ts';
import { chiSquare, chiSquareLimit } from './test-chance.ts';
import { zipfMass, zipfSampler } from './zipf.ts';

const shapes = [
  [1, 1],
  [2, 0],
  [2, 1],
  [10, 0],
  [10, 0.5],
  [100, 1],
  [100, 1 + 1e-12],
  [100, 1 + 2 ** -50],
  [100, 1 - 2 ** -50],
  [100, 1e-9],
  [1000, 0.9],
  [1000, 1.2],
  [50, 3],
  [7, 12],
] as const;

describe('zipfSampler', () => {
  it.each(shapes)('draws from %d ranks with the exponent %d by their exact mass, for many seeds', (count, exponent) => {
    const mass = zipfMass(count, exponent);
    const sample = zipfSampler(count, exponent);
    const all = new Uint32Array(count);
    for (let seed = 0; seed < 50; seed++) {
      const { stream } = randomStreams(seed, ['stream']);
      const counts = new Uint32Array(count);
      for (let draw = 0; draw < 20_000; draw++) {
        const rank = sample(stream);
        counts[rank - 1] = (counts[rank - 1] ?? NaN) + 1;
      }
      counts.forEach((drawn, place) => (all[place] = (all[place] ?? 0) + drawn));
      const { statistic, degrees } = chiSquare(counts, mass);
      expect(statistic).toBeLessThanOrEqual(chiSquareLimit(degrees));
    }
    const { statistic, degrees } = chiSquare(all, mass);
    // No draw fell outside the ranks, and the ranks that chance leaves apart were looked at one by one.
    expect(all.reduce((sum, drawn) => sum + drawn, 0)).toBe(1_000_000);
    expect(statistic).toBeLessThanOrEqual(chiSquareLimit(degrees));
  });

  it('is told from another exponent', () => {
    const { stream } = randomStreams(1, ['stream']);
    const sample = zipfSampler(100, 1.03);
    const counts = new Uint32Array(100);
    for (let draw = 0; draw < 200_000; draw++) {
      const rank = sample(stream);
      counts[rank - 1] = (counts[rank - 1] ?? NaN) + 1;
    }
    const { statistic, degrees } = chiSquare(counts, zipfMass(100, 1));
    expect(statistic).toBeGreaterThan(chiSquareLimit(degrees));
  });

  it.each([
    [1, 1],
    [2, 0.01],
    [3, 3],
    [10, 0.5],
    [1000, 1],
    [1e6, 0.9],
    [1e9, 0.1],
    [1e9, 1],
    [1e9, 2.5],
    [2 ** 32, 1.01],
  ])('takes fewer than 1.03 numbers of the stream for a rank of %d with the exponent %d', (count, exponent) => {
    const { stream, beside } = { stream: randomStreams(4, ['s']).s, beside: randomStreams(4, ['s']).s };
    const sample = zipfSampler(count, exponent);
    const ranks = 20_000;
    for (let draw = 0; draw < ranks; draw++) sample(stream);
    let taken = 0;
    while (String(beside) !== String(stream) && taken < 2 * ranks) {
      nextUnit(beside);
      taken += 1;
    }
    expect(taken).toBeGreaterThanOrEqual(ranks);
    expect(taken).toBeLessThan(1.03 * ranks);
  });

  it.each([
    [1e9, 0],
    [1e9, 0.5],
    [1e9, 1],
    [1e9, 1.2],
    [2 ** 32, 1e-8],
    [1e9, 50],
    [10, 1000],
  ])('gives whole ranks 1 … %d, and the first by its mass, with the exponent %d', (count, exponent) => {
    const { stream } = randomStreams(11, ['stream']);
    const sample = zipfSampler(count, exponent);
    const draws = 50_000;
    let firsts = 0;
    for (let draw = 0; draw < draws; draw++) {
      const rank = sample(stream);
      if (!Number.isInteger(rank) || rank < 1 || rank > count) throw new Error(`rank ${rank}`);
      if (rank === 1) firsts += 1;
    }
    const share = 1 / harmonic(count, exponent);
    // Seven standard errors, and a draw for a share that is hardly ever drawn.
    expect(Math.abs(firsts - draws * share)).toBeLessThan(7 * Math.sqrt(draws * share * (1 - share)) + 2);
  });

  it.each([
    [0, 1],
    [1.5, 1],
    [2 ** 32 + 1, 1],
    [NaN, 1],
    [10, -0.1],
    [10, NaN],
    [10, Infinity],
  ])('refuses %d ranks with the exponent %d', (count, exponent) => {
    expect(() => zipfSampler(count, exponent)).toThrow(RangeError);
    expect(() => zipfMass(count, exponent)).toThrow(RangeError);
  });
});

describe('zipfMass', () => {
  it('is in proportion to the power of the rank, and 1 together', () => {
    expect(Array.from(zipfMass(4, 1))).toEqual(
      [12 / 25, 6 / 25, 4 / 25, 3 / 25].map((share) => expect.closeTo(share, 15)),
    );
    expect(Array.from(zipfMass(3, 2))).toEqual([36 / 49, 9 / 49, 4 / 49].map((share) => expect.closeTo(share, 15)));
    expect(Array.from(zipfMass(4, 0))).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(Array.from(zipfMass(1, 7))).toEqual([1]);
    expect(zipfMass(100_000, 0.8).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

/** The sum of k^−s, by its first terms and the Euler-Maclaurin formula for the rest. */
function harmonic(count: number, exponent: number): number {
  const first = Math.min(count, 1000);
  let sum = 0;
  for (let rank = 1; rank <= first; rank++) sum += Math.pow(rank, -exponent);
  if (first === count) return sum;
  const [low, high] = [first, count];
  const integral =
    exponent === 1
      ? Math.log(high / low)
      : (Math.pow(high, 1 - exponent) - Math.pow(low, 1 - exponent)) / (1 - exponent);
  return sum + integral + (Math.pow(high, -exponent) - Math.pow(low, -exponent)) / 2;
}
