import { highWordOf, timesPowerOfTwo, powerOfTwo } from './double-bits.ts';

/**
 * exp and log, the same to the last bit in every engine. The language leaves the accuracy of `Math.exp` and its like to
 * the engine, and engines differ; + − × ÷ and Math.sqrt it does not. So these use nothing else, and the bits of a double.
 *
 * A port of e_exp.c and e_log.c of fdlibm 5.3 (https://www.netlib.org/fdlibm/), with a table of powers of two for the
 * scaling of arguments and results. The error is below 1 ulp. Left out: the floating-point exceptions that the C library
 * raises.
 */

/*! @license
 * ====================================================
 * Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */

// ln 2 in two parts: the first has 32 zero bits at its end, so that whole multiples of it are exact.
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

const largestExp = 709.782712893384;
const smallestExp = -745.1332191019411;

/** eˣ. Infinity above 709.78, 0 below −745.13, NaN for NaN. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > largestExp) return Infinity;
  if (x < smallestExp) return 0;
  const size = x < 0 ? -x : x;
  // Below 2^-28, 1 + x is right to the last bit.
  if (size < 3.725290298461914e-9) return 1 + x;
  let twos = 0;
  let high = x;
  let low = 0;
  let reduced = x;
  // The bounds are 0.5 ln 2 and 1.5 ln 2, cut to the upper half of a double as the source compares them.
  if (size > 0.34657287597656244) {
    twos = size < 1.0397205352783203 ? (x < 0 ? -1 : 1) : Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
    high = x - twos * ln2High;
    low = twos * ln2Low;
    reduced = high - low;
  }
  const square = reduced * reduced;
  const c =
    reduced -
    square *
      (0.16666666666666602 +
        square *
          (-0.0027777777777015593 +
            square * (0.00006613756321437934 + square * (-0.0000016533902205465252 + square * 4.1381367970572385e-8))));
  if (twos === 0) return 1 - ((reduced * c) / (c - 2) - reduced);
  const scaled = 1 - (low - (reduced * c) / (2 - c) - high);
  return timesPowerOfTwo(scaled, twos);
}

/** The natural logarithm: −Infinity for 0, NaN below 0. */
export function log(x: number): number {
  if (x !== x || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  let twos = 0;
  let mantissa = x;
  if (x < 2.2250738585072014e-308) {
    twos = -54;
    mantissa = x * 18014398509481984;
  }
  const word = highWordOf(mantissa);
  const fraction = word & 0xfffff;
  // 2^twos × m, with m between √2/2 and √2.
  const carry = (fraction + 0x95f64) & 0x100000;
  const own = (word >> 20) - 1023 + (carry >> 20);
  twos += own;
  const f = mantissa * powerOfTwo(-own) - 1;
  if ((0xfffff & (2 + fraction)) < 3) {
    if (f === 0) return twos * ln2High + twos * ln2Low;
    const rest = f * f * (0.5 - 0.3333333333333333 * f);
    return twos === 0 ? f - rest : twos * ln2High - (rest - twos * ln2Low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = odd + even;
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return twos === 0
      ? f - (half - s * (half + rest))
      : twos * ln2High - (half - (s * (half + rest) + twos * ln2Low) - f);
  }
  return twos === 0 ? f - s * (f - rest) : twos * ln2High - (s * (f - rest) - twos * ln2Low - f);
}
