/** A double as the standard lays it out (IEEE 754): sign, 11 bits of exponent and 20 of the fraction above, 32 bits below. */
const view = new DataView(new ArrayBuffer(8));

/** The upper 32 bits: negative where the sign bit is set. */
export function highWordOf(x: number): number {
  view.setFloat64(0, x);
  return view.getInt32(0);
}

export function withHighWord(x: number, high: number): number {
  view.setFloat64(0, x);
  view.setInt32(0, high);
  return view.getFloat64(0);
}

/** The double of these upper bits whose lower 32 bits are zero. */
export function fromHighWord(high: number): number {
  view.setInt32(0, high);
  view.setInt32(4, 0);
  return view.getFloat64(0);
}

/** x towards 0, to the 21 bits that leave a product of two of these exact. */
export function cutLowWord(x: number): number {
  view.setFloat64(0, x);
  view.setInt32(4, 0);
  return view.getFloat64(0);
}

// A table, because what was written as two words is slow to read back as one double.
const leastPower = -1074;
const powers = new Float64Array(1023 - leastPower + 1);
for (let place = 0, power = Number.MIN_VALUE; place < powers.length; place++, power *= 2) powers[place] = power;

/** 2ᵏ for a whole k of −1074 … 1023. */
export function powerOfTwo(k: number): number {
  return powers[k - leastPower] ?? NaN;
}

/** x × 2ᵏ for x of about 1 and a whole k of −2022 … 1024, rounded once. */
export function timesPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return x * 2 * powerOfTwo(k - 1);
  if (k >= -1021) return x * powerOfTwo(k);
  // By way of a number that is not subnormal yet, so that nothing is rounded twice.
  return x * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}
