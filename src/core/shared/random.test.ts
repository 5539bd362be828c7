import { describe, expect, it } from 'vitest';
import { largestSeed, nextIndex, nextUnit, randomStreams, type RandomStream } from './random.ts';
import { chiSquare, chiSquareLimit } from './test-chance.ts';

const mask = (1n << 64n) - 1n;

/** The generator as its authors wrote it (Blackman & Vigna, xoroshiro128plus.c, 2018), in whole numbers of any size. */
class Reference {
  first: bigint;
  second: bigint;

  constructor(first: bigint, second: bigint) {
    this.first = first;
    this.second = second;
  }

  next(): bigint {
    const sum = (this.first + this.second) & mask;
    const mixed = this.first ^ this.second;
    this.first = rotated(this.first, 24n) ^ mixed ^ ((mixed << 16n) & mask);
    this.second = rotated(mixed, 37n);
    return sum;
  }

  /** 2^64 draws at once. */
  jump(): void {
    let first = 0n;
    let second = 0n;
    for (const polynomial of [0xdf900294d8f554a5n, 0x170865df4b3201fcn]) {
      for (let bit = 0n; bit < 64n; bit++) {
        if ((polynomial >> bit) & 1n) {
          first ^= this.first;
          second ^= this.second;
        }
        this.next();
      }
    }
    this.first = first;
    this.second = second;
  }

  /** What `nextUnit` makes of two draws: the 27 and 26 upper bits of their lower halves. */
  unit(): number {
    const high = Number((this.next() & 0xffffffffn) >> 5n);
    const low = Number((this.next() & 0xffffffffn) >> 6n);
    return (high * 2 ** 26 + low) * 2 ** -53;
  }

  get state(): RandomStream {
    return [halfOf(this.first, 32n), halfOf(this.first, 0n), halfOf(this.second, 32n), halfOf(this.second, 0n)];
  }
}

function rotated(word: bigint, by: bigint): bigint {
  return ((word << by) | (word >> (64n - by))) & mask;
}

function halfOf(word: bigint, from: bigint): number {
  return Number(BigInt.asIntN(32, word >> from));
}

/** How `randomStreams` begins: each half of a word from the seed by the finalizer of MurmurHash3, written out anew. */
function begun(seed: number): Reference {
  const [a, b, c, d] = [1n, 2n, 3n, 4n].map((place) => finalized(BigInt(seed) + place * 0x9e3779b9n));
  return new Reference(((a ?? 0n) << 32n) | (b ?? 0n), ((c ?? 0n) << 32n) | (d ?? 0n));
}

function finalized(input: bigint): bigint {
  let word = BigInt.asUintN(32, input);
  word = BigInt.asUintN(32, (word ^ (word >> 16n)) * 0x85ebca6bn);
  word = BigInt.asUintN(32, (word ^ (word >> 13n)) * 0xc2b2ae35n);
  return word ^ (word >> 16n);
}

describe('the reference', () => {
  it('gives the numbers that are published for the state 1, 2', () => {
    // From the tests of the crate rand_xoshiro, made with the authors' C.
    const reference = new Reference(1n, 2n);
    expect(Array.from({ length: 10 }, () => reference.next())).toEqual([
      3n,
      412333834243n,
      2360170716294286339n,
      9295852285959843169n,
      2797080929874688578n,
      6019711933173041966n,
      3076529664176959358n,
      3521761819100106140n,
      7493067640054542992n,
      920801338098114767n,
    ]);
  });
});

describe('a stream', () => {
  it('draws what the reference draws, and leaves the state that it leaves', () => {
    const reference = new Reference(1n, 2n);
    const stream: RandomStream = [0, 1, 0, 2];
    for (let draw = 0; draw < 1000; draw++) {
      expect(nextUnit(stream)).toBe(reference.unit());
      expect(stream).toEqual(reference.state);
    }
  });

  it('draws the same again from a copy', () => {
    const { stream } = randomStreams(7, ['stream']);
    nextUnit(stream);
    const copy = structuredClone(stream);
    const drawn = Array.from({ length: 100 }, () => nextUnit(stream));
    expect(Array.from({ length: 100 }, () => nextUnit(copy))).toEqual(drawn);
  });

  it('draws indexes below their count only, each as often as the others', () => {
    const { stream } = randomStreams(3, ['stream']);
    const counts = new Uint32Array(7);
    for (let draw = 0; draw < 100_000; draw++) {
      const index = nextIndex(stream, 7);
      counts[index] = (counts[index] ?? NaN) + 1;
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100_000);
    expect(unevenness(counts)).toBeLessThan(1);
  });

  it('never draws an index that reaches its count, however large', () => {
    const [last, zero] = [largestUnit(), 0];
    expect(Math.floor(last * 2 ** 32)).toBe(2 ** 32 - 1);
    expect(Math.floor(zero * 2 ** 32)).toBe(0);
  });
});

describe('the streams of a seed', () => {
  const purposes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

  it.each([0, 1, 42, 2 ** 31, largestSeed])('lie 2^64 draws apart, for the seed %d', (seed) => {
    const reference = begun(seed);
    const streams = randomStreams(seed, purposes);
    for (const purpose of purposes) {
      expect(streams[purpose]).toEqual(reference.state);
      reference.jump();
    }
  });

  it('stay as they are when another purpose comes behind them', () => {
    const { a, b } = randomStreams(9, ['a', 'b', 'c']);
    expect(randomStreams(9, ['a', 'b'])).toEqual({ a, b });
  });

  it('and of its neighbours have nothing to do with one another', () => {
    const length = 5000;
    const rows = [1000, 1001, 1002, 1003].flatMap((seed) =>
      Object.values(randomStreams(seed, purposes)).map((stream) =>
        Float64Array.from({ length }, () => nextUnit(stream) - 0.5),
      ),
    );
    // 6 standard errors: one of the 496 pairs is further out for one seed in a million.
    const limit = 6 / Math.sqrt(length);
    for (const [place, row] of rows.entries()) {
      for (const other of rows.slice(place + 1)) {
        const sum = row.reduce((total, value, draw) => total + value * (other[draw] ?? NaN), 0);
        expect(Math.abs((12 * sum) / length)).toBeLessThan(limit);
      }
    }
  });
});

describe('over many seeds', () => {
  it('the draws of each are uniform', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { stream } = randomStreams(seed, ['stream']);
      const counts = new Uint32Array(64);
      for (let draw = 0; draw < 5000; draw++) {
        const cell = Math.floor(nextUnit(stream) * 64);
        counts[cell] = (counts[cell] ?? NaN) + 1;
      }
      expect(unevenness(counts)).toBeLessThan(1);
    }
  });

  it.each([0, 1, 2, 3])('their draws number %d are uniform, though the seeds are neighbours', (skipped) => {
    const counts = new Uint32Array(256);
    for (let seed = 0; seed < 20_000; seed++) {
      const { stream } = randomStreams(seed, ['stream']);
      for (let draw = 0; draw < skipped; draw++) nextUnit(stream);
      const cell = Math.floor(nextUnit(stream) * 256);
      counts[cell] = (counts[cell] ?? NaN) + 1;
    }
    expect(unevenness(counts)).toBeLessThan(1);
  });

  it('a draw says nothing of the next', () => {
    const counts = new Uint32Array(256);
    for (let seed = 0; seed < 100; seed++) {
      const { stream } = randomStreams(seed, ['stream']);
      for (let pair = 0; pair < 2000; pair++) {
        const cell = Math.floor(nextUnit(stream) * 16) * 16 + Math.floor(nextUnit(stream) * 16);
        counts[cell] = (counts[cell] ?? NaN) + 1;
      }
    }
    expect(unevenness(counts)).toBeLessThan(1);
  });
});

function largestUnit(): number {
  return ((2 ** 27 - 1) * 2 ** 26 + (2 ** 26 - 1)) * 2 ** -53;
}

/** How uneven the counts of equally likely cells are: below 1 for all but one in ten million. */
function unevenness(counts: Uint32Array): number {
  const { statistic, degrees } = chiSquare(counts, new Float64Array(counts.length).fill(1 / counts.length));
  return statistic / chiSquareLimit(degrees);
}
