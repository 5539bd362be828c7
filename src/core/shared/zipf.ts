import { exp, log } from './math.ts';
import { pow } from './pow.ts';
import { nextIndex, nextUnit, type RandomStream } from './random.ts';

/**
 * Zipf's distribution: of n things, the one of rank k is asked for in proportion to k^−s. Drawn by rejection-inversion
 * (Hörmann & Derflinger, Rejection-inversion to generate variates from monotone discrete distributions, ACM TOMACS 6,
 * 1996), without a table, for any exponent s ≥ 0, with 1 and 0 among them.
 *
 * The hat is h(x) = x^−s, its integral H(x) = (x^(1−s) − 1)/(1 − s), which is log x for s = 1. The paper's formulas lose
 * their digits for an s near 1; `powerIntegral` and its inverse do not.
 */
export type ZipfSampler = (stream: RandomStream) => number;

/**
 * Draws ranks 1 … count, for a whole count from 1 to 2^32; others throw. A rank takes one number of the stream and seldom
 * another: 1.02 on average where it takes the most.
 */
export function zipfSampler(count: number, exponent: number): ZipfSampler {
  checkShape(count, exponent);
  // Also exact where halves no longer fit between the ranks.
  if (exponent === 0) return (stream) => 1 + nextIndex(stream, count);
  const hat = (x: number) => exp(-exponent * log(x));
  const first = powerIntegral(1.5, exponent) - 1;
  const last = powerIntegral(count + 0.5, exponent);
  // Nearer to its rank than this, no draw is rejected.
  const sure = 2 - inverseIntegral(powerIntegral(2.5, exponent) - hat(2), exponent);
  return (stream) => {
    for (;;) {
      const area = last + nextUnit(stream) * (first - last);
      const x = inverseIntegral(area, exponent);
      const rank = Math.min(Math.max(Math.floor(x + 0.5), 1), count);
      if (rank - x <= sure || area >= powerIntegral(rank + 0.5, exponent) - hat(rank)) return rank;
    }
  };
}

/** The exact probability of each rank; that of rank k is at k − 1. Takes 8 bytes and 0.2 µs for each. */
export function zipfMass(count: number, exponent: number): Float64Array<ArrayBuffer> {
  checkShape(count, exponent);
  const mass = new Float64Array(count);
  let sum = 0;
  // The smallest first, so that they are not lost in the sum.
  for (let rank = count; rank >= 1; rank--) {
    const weight = pow(rank, -exponent);
    mass[rank - 1] = weight;
    sum += weight;
  }
  return mass.map((weight) => weight / sum);
}

function checkShape(count: number, exponent: number): void {
  if (!Number.isInteger(count) || count < 1 || count > 2 ** 32) throw new RangeError(`Zipf over ${count} ranks`);
  if (!(exponent >= 0 && exponent < Infinity)) throw new RangeError(`Zipf with the exponent ${exponent}`);
}

/** H(x): the area under t^−s from 1 to x. */
function powerIntegral(x: number, exponent: number): number {
  const logarithm = log(x);
  return logarithm * growth((1 - exponent) * logarithm);
}

function inverseIntegral(area: number, exponent: number): number {
  // Rounding may take it below −1, of which there is no logarithm.
  const change = Math.max(area * (1 - exponent), -1);
  return exp(area * inverseGrowth(change));
}

/**
 * (eˣ − 1)/x. Near 0 the error of eˣ would be all that is left of the difference, but it is the same error above and below
 * (Kahan; Higham, Accuracy and Stability of Numerical Algorithms, section 1.14.1).
 */
function growth(x: number): number {
  const power = exp(x);
  if (power === 1) return 1;
  return x > -1 && x < 1 ? (power - 1) / log(power) : (power - 1) / x;
}

/** log(1 + x)/x, in the same way. */
function inverseGrowth(x: number): number {
  const sum = 1 + x;
  return sum === 1 ? 1 : log(sum) / (sum - 1);
}
