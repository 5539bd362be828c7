import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteHash } from './byte-hash.ts';
import { fingerprint } from './fingerprint.ts';
import { isSameData } from './same-data.ts';

describe('ByteHash', () => {
  it.each([
    // From the test vectors of RFC 9923 (FNV-1a, 64 bits).
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['b', 'af63df4c8601f1a5'],
    ['foobar', '85944171f73967e8'],
  ])('of the bytes of "%s" is %s', (text, expected) => {
    const hash = new ByteHash();
    for (const byte of Buffer.from(text)) hash.addByte(byte);
    expect(hash.toString()).toBe(expected);
  });

  it('is FNV-1a in whole numbers of any size', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const hash = new ByteHash();
        let exact = 0xcbf29ce484222325n;
        for (const byte of bytes) {
          hash.addByte(byte);
          exact = BigInt.asUintN(64, (exact ^ BigInt(byte)) * 0x100000001b3n);
        }
        expect(hash.toString()).toBe(exact.toString(16).padStart(16, '0'));
      }),
    );
  });
});

describe('fingerprint', () => {
  it('is the same for a copy, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.object({ withTypedArray: true, withMap: true, withSet: true, withBigInt: true }), (data) => {
        expect(fingerprint(structuredClone(data))).toBe(fingerprint(data));
      }),
    );
    expect(fingerprint({ a: 1, b: { c: 2, d: 3 } })).toBe(fingerprint({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('differs for data that differs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        expect(fingerprint(left) === fingerprint(right)).toBe(isSameData(left, right));
      }),
    );
  });

  it.each([
    [1, '1'],
    [1, 1n],
    [0, -0],
    [1, 1 + Number.EPSILON],
    [null, undefined],
    [false, 0],
    [
      [[1], 2],
      [1, [2]],
    ],
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [{ a: 1 }, [['a', 1]]],
    [{ a: undefined }, {}],
    [new Map([['a', 1]]), { a: 1 }],
    [new Set([1, 2]), new Set([2, 1])],
    [new Set([1, 2]), [1, 2]],
    [Float64Array.of(1, 2), [1, 2]],
    [Float64Array.of(1, 2), Float32Array.of(1, 2)],
    [Float64Array.of(1, 2), Float64Array.of(1, 3)],
    [BigInt64Array.of(1n), BigInt64Array.of(2n)],
  ])('tells %o from %o', (left, right) => {
    expect(fingerprint(left)).not.toBe(fingerprint(right));
  });

  it('takes every NaN for the same', () => {
    const [negative] = new Float64Array(new BigInt64Array([-1n]).buffer);
    expect(fingerprint([negative])).toBe(fingerprint([NaN]));
  });

  it.each([[() => 1], [Symbol('a')], [new Date(0)], [new DataView(new ArrayBuffer(1))], [/a/]])(
    'refuses %o',
    (data) => {
      expect(() => fingerprint({ data })).toThrow('no plain data');
    },
  );

  it('is this one on every machine', () => {
    expect(fingerprint({ list: [1, 'two', null, true], counts: Uint32Array.of(1, 2), by: new Map([['a', 0.1]]) })).toBe(
      '4b7a9e2ddac96c51',
    );
  });
});
