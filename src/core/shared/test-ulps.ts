const float = new Float64Array(1);
const whole = new BigInt64Array(float.buffer);

/** How many doubles lie from one to the other. Zeros of different signs, and NaN and a number, are infinitely apart. */
export function ulpsBetween(left: number, right: number): number {
  if (Object.is(left, right)) return 0;
  if (Number.isNaN(left) || Number.isNaN(right) || left === right) return Infinity;
  return Math.abs(Number(place(left) - place(right)));
}

/** The place of a double in the order of all of them. */
function place(x: number): bigint {
  float[0] = x;
  const [bits = 0n] = whole;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** A double's bits, as 16 hexadecimal digits. */
export function bitsOf(x: number): string {
  float[0] = x;
  return BigInt.asUintN(64, whole[0] ?? 0n)
    .toString(16)
    .padStart(16, '0');
}
