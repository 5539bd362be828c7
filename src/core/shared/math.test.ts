import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { exp, log } from './math.ts';
import { pow } from './pow.ts';
import { nextUnit, randomStreams } from './random.ts';
import { bitsOf, ulpsBetween } from './test-ulps.ts';

const sizes = [
  0,
  5e-324,
  1e-310,
  2.2250738585072014e-308,
  1e-20,
  0.25,
  1 / 3,
  0.5,
  1 - 2 ** -53,
  1,
  1 + 2 ** -52,
  1.5,
  2,
  3,
  10,
  1023,
  1024,
  1074,
  1075,
  2 ** 31,
  2 ** 32 + 1,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 64,
  1e300,
  Number.MAX_VALUE,
  Infinity,
];
const specials = sizes.flatMap((size) => [size, -size]);

function between(low: number, high: number): (chance: number) => number {
  return (chance) => low + chance * (high - low);
}

describe('exp', () => {
  it.each([
    [0, 1],
    [-0, 1],
    [1e-20, 1],
    [-5e-324, 1],
    [Infinity, Infinity],
    [-Infinity, 0],
    [NaN, NaN],
    [709.782712893384, 1.797693134862273e308],
    [709.7827128933841, Infinity],
    [-745.1332191019411, 5e-324],
    [-745.1332191019412, 0],
    [1e308, Infinity],
    [-1e308, 0],
  ])('of %d is %d', (x, expected) => {
    expect(ulpsBetween(exp(x), expected)).toBeLessThanOrEqual(expected > 1e300 && expected < Infinity ? 1 : 0);
  });

  it.each([
    ['everywhere', between(-746, 710)],
    ['near 0', between(-1, 1)],
    ['close to 0', between(-1e-6, 1e-6)],
    ['very close to 0', between(-1e-8, 1e-8)],
    ['where the result is subnormal', between(-745, -708)],
  ] as const)('is within 1 ulp of Math.exp %s', (_, place) => {
    expect(furthest(place, exp, Math.exp)).toBeLessThanOrEqual(1);
  });
});

describe('log', () => {
  it.each([
    [0, -Infinity],
    [-0, -Infinity],
    [1, 0],
    [Infinity, Infinity],
    [-Infinity, NaN],
    [-1, NaN],
    [-5e-324, NaN],
    [NaN, NaN],
    [5e-324, -744.4400719213812],
    [Number.MAX_VALUE, 709.782712893384],
    [1 + 2 ** -52, 2 ** -52 - 2 ** -105],
  ])('of %d is %d', (x, expected) => {
    expect(ulpsBetween(log(x), expected)).toBe(0);
  });

  it.each([
    ['everywhere', (chance: number) => Math.exp(between(-744, 709)(chance))],
    ['near 1', between(0.5, 2)],
    ['very near 1', between(1 - 1e-6, 1 + 1e-6)],
    ['where the number is subnormal', (chance: number) => chance * 2.2250738585072014e-308],
  ] as const)('is within 1 ulp of Math.log %s', (_, place) => {
    expect(furthest(place, log, Math.log)).toBeLessThanOrEqual(1);
  });

  it('undoes exp', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        // Half an ulp of exp x is 2^-53 of it, and so that much of its logarithm.
        expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(2 ** -52 * Math.max(1, Math.abs(x)));
      }),
    );
  });

  it('makes a sum of a product', () => {
    const factor = fc.double({ min: 1e-100, max: 1e100, noNaN: true });
    fc.assert(
      fc.property(factor, factor, (x, y) => {
        expect(Math.abs(log(x * y) - (log(x) + log(y)))).toBeLessThanOrEqual(2 ** -43);
      }),
    );
  });
});

describe('pow', () => {
  it.each([...specials, NaN])('is Math.pow, or next to it, for %d and every special exponent', (x) => {
    const far = [...specials, NaN].filter((y) => ulpsBetween(pow(x, y), Math.pow(x, y)) > 1);
    expect(far).toEqual([]);
  });

  it.each([
    [-8, 3, -512],
    [-2, -2, 0.25],
    [-2, 0.5, NaN],
    [-0, -3, -Infinity],
    [-0, 2.5, 0],
    [-Infinity, 5, -Infinity],
    [1, Infinity, NaN],
    [-1, -Infinity, NaN],
    [NaN, 0, 1],
    [10, 22, 1e22],
    [2, -1074, 5e-324],
    [2, 1023.9999999999999, 1.7976931348621742e308],
  ])('%d to the %d is %d', (x, y, expected) => {
    expect(pow(x, y)).toBe(expected);
  });

  it.each([
    ['of small numbers', between(0, 20), between(-5, 5)],
    [
      'where the power is very large or very small',
      (chance: number) => Math.exp(between(-700, 700)(chance)),
      between(-2, 2),
    ],
    ['near 1', between(1 - 1e-6, 1 + 1e-6), between(-1e9, 1e9)],
    ['very near 1, of huge exponents', between(1 - 1e-9, 1 + 1e-9), between(-1e12, 1e12)],
    ['of subnormal numbers', (chance: number) => chance * 2.2250738585072014e-308, between(-1.02, 1.02)],
  ] as const)('is within 1 ulp of Math.pow %s', (_, base, exponent) => {
    const { bases, exponents } = randomStreams(1, ['bases', 'exponents']);
    let most = 0;
    for (let draw = 0; draw < 100_000; draw++) {
      const x = base(nextUnit(bases));
      const y = exponent(nextUnit(exponents));
      most = Math.max(most, ulpsBetween(pow(x, y), Math.pow(x, y)));
    }
    expect(most).toBeLessThanOrEqual(1);
  });

  it('of a whole number to a small whole one is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 10 }), (x, y) => {
        expect(pow(x, y)).toBe(Number(BigInt(x) ** BigInt(y)));
      }),
    );
  });

  it('never falls as the exponent of a number above 1 grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.array(fc.double({ min: -50, max: 50, noNaN: true })),
        (x, ys) => {
          const powers = ys.toSorted((a, b) => a - b).map((y) => pow(x, y));
          expect(powers).toEqual(powers.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});

/** As every engine must find them; decimal numbers are read alike everywhere. */
describe('the bits', () => {
  it.each([
    ['exp', exp, between(-745, 709), '0361d27d3be763f6'],
    ['exp near 0', exp, between(-1, 1), 'f356e29772a9c971'],
    ['log', log, (chance: number) => exp(between(-744, 709)(chance)), '8526e867d343034b'],
    ['log near 1', log, between(0.5, 2), '1615518dbb9564ad'],
    ['the cube root', (x: number) => pow(x, 1 / 3), between(0, 1000), 'b4ce79d496354392'],
    ['e by pow', (x: number) => pow(Math.E, x), between(-745, 709), '9197007ee4da1b89'],
  ] as const)('of %s over 100,000 numbers have one fingerprint', (_, compute, place, expected) => {
    const { inputs } = randomStreams(1, ['inputs']);
    expect(fingerprint(Float64Array.from({ length: 100_000 }, () => compute(place(nextUnit(inputs)))))).toBe(expected);
  });

  it.each([
    [-745, '0000000000000001'],
    [-710, '00033802fd28b3c3'],
    [-700.5, '00c4ff475c68ca02'],
    [-87.3, '38109874c0b9cacb'],
    [-10, '3f07cd79b5647c9a'],
    [-1, '3fd78b56362cef38'],
    [-0.5, '3fe368b2fc6f960a'],
    [-0.1, '3fecf46d99d52b3a'],
    [1e-9, '3ff000000044b830'],
    [0.1, '3ff1aec7b35a00d4'],
    [0.3465, '3ff6a03146cf6ead'],
    [0.5, '3ffa61298e1e069c'],
    [1, '4005bf0a8b14576a'],
    [Math.LN10, '4024000000000001'],
    [10, '40d5829dcf950560'],
    [88.8, '47f148906c06fc8a'],
    [300.25, '5b01fda3eaeb3d0e'],
    [709.7, '7fed75ae7a50ee14'],
  ])('of exp %d are %s', (x, expected) => {
    expect(bitsOf(exp(x))).toBe(expected);
  });

  it.each([
    [5e-324, 'c0874385446d71c3'],
    [1e-310, 'c0864e69394d9508'],
    [1e-300, 'c085963447f87fb5'],
    [0.001, 'c01ba18a998fffa0'],
    [0.1, 'c0026bb1bbb55515'],
    [0.5, 'bfe62e42fefa39ef'],
    [0.71, 'bfd5eb5c7907e4ca'],
    [0.9999999, 'be7ad7f2b1049b9f'],
    [1.0000001, '3e7ad7f2847b6492'],
    [1.1, '3fb8663f793c46cc'],
    [1.41, '3fd5fd5fabe64084'],
    [2, '3fe62e42fefa39ef'],
    [Math.E, '3ff0000000000000'],
    [10, '40026bb1bbb55516'],
    [12345.678, '4022d79559791e31'],
    [10000000000, '4037069e2aa2aa5b'],
    [1e100, '406cc845b54b54f2'],
    [1.7e308, '40862dd08fdc6f88'],
  ])('of log %d are %s', (x, expected) => {
    expect(bitsOf(log(x))).toBe(expected);
  });

  it.each([
    [0.5, 0.3, '3fe9fdf8bcce533e'],
    [0.1, -2.5, '4073c3a4edfa9758'],
    [1e-310, 0.7, '12e1a66c1e139f6f'],
    [2, 0.1, '3ff125fbee250664'],
    [2, -1073.5, '0000000000000001'],
    [3, -1.2, '3fd1200a0c3ddeb7'],
    [1.0000001, 10000000, '4005bf0a790ce6f2'],
    [0.9999999999, 3000000000000, '24e24545ded1c4a4'],
    [10, 0.5, '40094c583ada5b53'],
    [10, -300.3, '01957b2693ab3fe6'],
    [7.5, 2.5, '40634180c5c20783'],
    [1234.5, -0.9, '3f5b0b60431f1911'],
    [1000000000, -1.2, '3db16d13e70e10ff'],
    [1e100, 3.01, '7e6ddd4baa009166'],
    [-3, 7, 'c0a1160000000000'],
    [-1.5, -11, 'bf87ad4dd48a0b5b'],
  ])('of %d to the %d are %s', (x, y, expected) => {
    expect(bitsOf(pow(x, y))).toBe(expected);
  });
});

function furthest(
  place: (chance: number) => number,
  ours: (x: number) => number,
  theirs: (x: number) => number,
): number {
  const { inputs } = randomStreams(1, ['inputs']);
  let most = 0;
  for (let draw = 0; draw < 100_000; draw++) {
    const x = place(nextUnit(inputs));
    most = Math.max(most, ulpsBetween(ours(x), theirs(x)));
  }
  return most;
}
