import { cutLowWord, fromHighWord, highWordOf, timesPowerOfTwo, withHighWord } from './double-bits.ts';

/*! @license
 * ====================================================
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 *
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */

/**
 * xʸ, the same to the last bit in every engine, as math.ts has exp and log: a port of e_pow.c of fdlibm 5.3
 * (https://www.netlib.org/fdlibm/). The logarithm to base 2 is computed in two doubles, about 77 bits, so that the error
 * of the power stays below 0.70 ulp.
 *
 * As the language has it (ECMA-262, Number::exponentiate) and C has not, (±1)^±Infinity and 1^NaN are NaN.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const size = x < 0 ? -x : x;
  if (y === Infinity || y === -Infinity) {
    if (size === 1) return NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  const isNegative = x < 0 || (x === 0 && 1 / x < 0);
  if (y === 0.5 && !isNegative) return Math.sqrt(x);
  const sign = isNegative && Math.abs(y % 2) === 1 ? -1 : 1;
  if (size === 0 || size === Infinity) return sign * ((size === 0) === y > 0 ? 0 : Infinity);
  if (isNegative && Math.floor(y) !== y) return NaN;
  if (size === 1) return sign;
  return sign * powerOf(size, y);
}

/** A sum of two doubles: `high` has its lower 32 bits zero. */
interface Split {
  readonly high: number;
  readonly low: number;
}

/** For a finite x above 0 that is not 1, and a finite y that is not 0. */
function powerOf(x: number, y: number): number {
  const isHuge = y > 2147483648 || y < -2147483648;
  // So far from 1, such an exponent leaves no doubt.
  if (isHuge && (x < 0.9999990463256836 || x >= 1.0000009536743164)) return x > 1 === y > 0 ? Infinity : 0;
  const logarithm = isHuge ? logNearOne(x) : logBase2(x);
  const yHigh = cutLowWord(y);
  const low = (y - yHigh) * logarithm.high + y * logarithm.low;
  const high = yHigh * logarithm.high;
  const exponent = low + high;
  // 2^1024 overflows, and what is above it by less than half of the last place does not show in the sum.
  if (exponent > 1024 || (exponent === 1024 && low + 8.008566259537294e-17 > exponent - high)) return Infinity;
  if (exponent < -1075 || (exponent === -1075 && low <= exponent - high)) return 0;
  return twoToThe(high, low);
}

/** log₂ x for an x whose distance to 1 is below 2⁻²⁰: the first terms of the series. */
function logNearOne(x: number): Split {
  const t = x - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
  const u = 1.4426950216293335 * t;
  const v = t * 1.9259629911266175e-8 - w * Math.LOG2E;
  const high = cutLowWord(u + v);
  return { high, low: v - (high - u) };
}

/** log₂ x = n + log₂ c + 2/ln 2 · (s + s³/3 + …), s = (m − c)/(m + c), for x = 2ⁿm and the c, 1 or 1.5, that is nearer to m. */
function logBase2(x: number): Split {
  let n = 0;
  let scaled = x;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 9007199254740992;
    n = -53;
  }
  const word = highWordOf(scaled);
  const fraction = word & 0xfffff;
  n += (word >> 20) - 1023;
  let top = fraction | 0x3ff00000;
  // Up to √(3/2), up to √3, and beyond, where m/2 is near 1 again.
  const isNearOneAndAHalf = fraction > 0x3988e && fraction < 0xbb67a;
  if (fraction >= 0xbb67a) {
    n += 1;
    top -= 0x00100000;
  }
  const c = isNearOneAndAHalf ? 1.5 : 1;
  const m = withHighWord(scaled, top);
  const u = m - c;
  const v = 1 / (m + c);
  const s = u * v;
  const sHigh = cutLowWord(s);
  // m + c in two parts.
  const sumHigh = fromHighWord(((top >> 1) | 0x20000000) + 0x00080000 + (isNearOneAndAHalf ? 1 << 18 : 0));
  const sumLow = m - (sumHigh - c);
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
  const square = s * s;
  const rest = square * square * logSeries(square) + sLow * (sHigh + s);
  const squareHigh = sHigh * sHigh;
  const tHigh = cutLowWord(3 + squareHigh + rest);
  const tLow = rest - (tHigh - 3 - squareHigh);
  const productHigh = sHigh * tHigh;
  const productLow = sLow * tHigh + tLow * s;
  const pHigh = cutLowWord(productHigh + productLow);
  const pLow = productLow - (pHigh - productHigh);
  // 2/(3 ln 2) and log₂ 1.5, in two parts each.
  const zHigh = 0.9617967009544373 * pHigh;
  const zLow =
    -7.028461650952758e-9 * pHigh + pLow * 0.9617966939259756 + (isNearOneAndAHalf ? 1.350039202129749e-8 : 0);
  const logOfC = isNearOneAndAHalf ? 0.5849624872207642 : 0;
  const high = cutLowWord(zHigh + zLow + logOfC + n);
  return { high, low: zLow - (high - n - logOfC - zHigh) };
}

function logSeries(square: number): number {
  return (
    0.5999999999999946 +
    square *
      (0.4285714285785502 +
        square *
          (0.33333332981837743 +
            square * (0.272728123808534 + square * (0.23066074577556175 + square * 0.20697501780033842))))
  );
}

/** 2^(high + low), for a sum between −1075 and 1024. */
function twoToThe(high: number, low: number): number {
  const whole = low + high;
  const n = whole > 0.5 || whole < -0.5 ? Math.trunc(whole + (whole < 0 ? -0.5 : 0.5)) : 0;
  const restHigh = high - n;
  const t = cutLowWord(low + restHigh);
  const u = t * 0.6931471824645996;
  const v = (low - (t - restHigh)) * Math.LN2 + t * -1.904654299957768e-9;
  const z = u + v;
  const w = v - (z - u);
  const square = z * z;
  const c =
    z -
    square *
      (0.16666666666666602 +
        square *
          (-0.0027777777777015593 +
            square * (0.00006613756321437934 + square * (-0.0000016533902205465252 + square * 4.1381367970572385e-8))));
  const r = (z * c) / (c - 2) - (w + z * w);
  return timesPowerOfTwo(1 - (r - z), n);
}
