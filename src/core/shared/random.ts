import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Seeded random numbers: xoroshiro128+ (Blackman & Vigna, Scrambled linear pseudorandom number generators, 2021), as
 * pure-rand has it. A stream is plain data, so that a state of a simulation holds its own chance and a copy of the state
 * draws the same numbers again.
 */
export type RandomStream = [number, number, number, number];

/** What a seed may be: a whole number of 32 bits. */
export const largestSeed = 2 ** 32 - 1;

/** 2^32 divided by the golden ratio: what SplitMix adds from one number to the next. */
const goldenGap = 0x9e3779b9;

/**
 * Streams that have nothing to do with one another: each begins 2^64 draws behind the one before. A purpose of its own for
 * each stream keeps what is drawn for it the same when another purpose draws more or less.
 */
export function randomStreams<const Purpose extends string>(
  seed: number,
  purposes: readonly Purpose[],
): Record<Purpose, RandomStream> {
  const generator = xoroshiro128plusFromState(seededState(seed));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each purpose gets its stream in the loop below
  const streams = {} as Record<Purpose, RandomStream>;
  for (const purpose of purposes) {
    streams[purpose] = streamOf(generator.getState());
    generator.jump();
  }
  return streams;
}

/** Uniform on [0, 1), a multiple of 2^-53. Takes two draws; moves the stream on. */
export function nextUnit(stream: RandomStream): number {
  const generator = xoroshiro128plusFromState(stream);
  const high = generator.next() >>> 5;
  const low = generator.next() >>> 6;
  keep(stream, generator.getState());
  return (high * 2 ** 26 + low) * 2 ** -53;
}

/** Uniform on 0 … count − 1, for a count of at most 2^32. */
export function nextIndex(stream: RandomStream, count: number): number {
  return Math.floor(nextUnit(stream) * count);
}

/**
 * SplitMix, as the generator's authors advise (Steele, Lea & Flood, Fast splittable pseudorandom number generators, 2014),
 * of 32 bits. The generator is linear: where neighbouring seeds begin in neighbouring states, their first draws are not
 * independent, however many are thrown away. The words differ, so that they are never all zero.
 */
function seededState(seed: number): RandomStream {
  return [
    mixed(seed + goldenGap),
    mixed(seed + 2 * goldenGap),
    mixed(seed + 3 * goldenGap),
    mixed(seed + 4 * goldenGap),
  ];
}

/** The last steps of MurmurHash3: each bit of the input changes about half of the output's. */
function mixed(input: number): number {
  let word = Math.imul(input ^ (input >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

function keep(stream: RandomStream, state: readonly number[]): void {
  stream[0] = state[0] ?? 0;
  stream[1] = state[1] ?? 0;
  stream[2] = state[2] ?? 0;
  stream[3] = state[3] ?? 0;
}

function streamOf(state: readonly number[]): RandomStream {
  const stream: RandomStream = [0, 0, 0, 0];
  keep(stream, state);
  return stream;
}
