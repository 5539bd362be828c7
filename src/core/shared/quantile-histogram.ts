import { fromHighWord, highWordOf } from './double-bits.ts';

/**
 * Quantiles of values that are seen once and not kept. Log-linear buckets as in HdrHistogram (Tene,
 * http://hdrhistogram.org): each power of two is cut into 64 buckets of one width, so that a bucket's middle is within
 * 1/128 (0.8 %) of whatever lies in it. Zero, the least and the largest value are exact. Left out: HdrHistogram's fixed
 * range; the buckets reach from the least value seen to the largest, in 256 bytes for a power of two.
 */
export interface QuantileHistogram {
  count: number;
  zeros: number;
  /** Infinity and −Infinity while there is no value. */
  minimum: number;
  maximum: number;
  /** The number of the bucket in which `counts` begins. */
  first: number;
  /** At most 2^32 − 1 values in a bucket. */
  counts: Uint32Array<ArrayBuffer>;
}

export interface HistogramBucket {
  /** Values from `least` up to but without `below`; the zeros have a bucket of their own, from 0 to 0. */
  readonly least: number;
  readonly below: number;
  readonly count: number;
}

/** No quantile is further from the exact one than this share of it. */
export const quantileError = 1 / 128;

const perOctave = 64;

export function emptyHistogram(): QuantileHistogram {
  return { count: 0, zeros: 0, minimum: Infinity, maximum: -Infinity, first: 0, counts: new Uint32Array(0) };
}

/** Takes a value: finite, 0 or at least 2^-1022. Others throw. */
export function recordValue(histogram: QuantileHistogram, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${value} in a histogram of finite values from 0 up`);
  histogram.count += 1;
  if (value < histogram.minimum) histogram.minimum = value;
  if (value > histogram.maximum) histogram.maximum = value;
  if (value === 0) {
    histogram.zeros += 1;
    return;
  }
  const bucket = bucketOf(value);
  let place = bucket - histogram.first;
  if (place < 0 || place >= histogram.counts.length) {
    makeRoom(histogram, bucket, bucket + 1);
    place = bucket - histogram.first;
  }
  histogram.counts[place] = (histogram.counts[place] ?? 0) + 1;
}

/**
 * The value that a share of all values (0 … 1) does not exceed: the one of rank ⌈share × count⌉ in order of size, to
 * within `quantileError` of it. NaN while there is none.
 */
export function quantileOf(histogram: QuantileHistogram, share: number): number {
  const { count, zeros, minimum, maximum, first, counts } = histogram;
  if (count === 0) return NaN;
  const rank = Math.max(1, Math.ceil(share * count));
  if (rank <= zeros) return 0;
  if (rank >= count) return maximum;
  let seen = zeros;
  for (let place = 0; place < counts.length; place++) {
    seen += counts[place] ?? 0;
    if (seen >= rank) {
      const middle = (startOf(first + place) + startOf(first + place + 1)) / 2;
      return Math.min(Math.max(middle, minimum), maximum);
    }
  }
  return maximum;
}

/** An independent histogram of the same values. */
export function copyHistogram(histogram: QuantileHistogram): QuantileHistogram {
  return { ...histogram, counts: histogram.counts.slice() };
}

/** Adds all values of another histogram. */
export function addHistogram(histogram: QuantileHistogram, other: QuantileHistogram): void {
  histogram.count += other.count;
  histogram.zeros += other.zeros;
  histogram.minimum = Math.min(histogram.minimum, other.minimum);
  histogram.maximum = Math.max(histogram.maximum, other.maximum);
  if (other.counts.length === 0) return;
  makeRoom(histogram, other.first, other.first + other.counts.length);
  const shift = other.first - histogram.first;
  for (const [place, inBucket] of other.counts.entries()) {
    histogram.counts[place + shift] = (histogram.counts[place + shift] ?? 0) + inBucket;
  }
}

/**
 * The values that were added since an earlier copy was made. Its least and largest value are exact where they are the
 * least and the largest of all for the first time, else they are the middles of their buckets.
 */
export function histogramSince(histogram: QuantileHistogram, before: QuantileHistogram): QuantileHistogram {
  const since = copyHistogram(histogram);
  if (before.count === 0) return since;
  since.count -= before.count;
  since.zeros -= before.zeros;
  const shift = before.first - since.first;
  for (const [place, inBucket] of before.counts.entries()) {
    if (inBucket > 0) since.counts[place + shift] = (since.counts[place + shift] ?? 0) - inBucket;
  }
  const middleOf = (place: number) => (startOf(since.first + place) + startOf(since.first + place + 1)) / 2;
  const lowest = since.counts.findIndex((inBucket) => inBucket > 0);
  const highest = since.counts.findLastIndex((inBucket) => inBucket > 0);
  const smallest = lowest < 0 ? Infinity : Math.max(middleOf(lowest), histogram.minimum);
  const largest = highest < 0 ? -Infinity : Math.min(middleOf(highest), histogram.maximum);
  if (since.minimum === before.minimum) since.minimum = since.zeros > 0 ? 0 : smallest;
  if (since.maximum === before.maximum) since.maximum = highest < 0 && since.zeros > 0 ? 0 : largest;
  return since;
}

/** The buckets that hold something, in order of size. */
export function bucketsOf({ zeros, first, counts }: QuantileHistogram): readonly HistogramBucket[] {
  const buckets: HistogramBucket[] = zeros === 0 ? [] : [{ least: 0, below: 0, count: zeros }];
  for (const [place, count] of counts.entries()) {
    if (count > 0) buckets.push({ least: startOf(first + place), below: startOf(first + place + 1), count });
  }
  return buckets;
}

/** A double's exponent and the first six bits of its fraction. */
function bucketOf(value: number): number {
  return highWordOf(value) >> 14;
}

function startOf(bucket: number): number {
  return fromHighWord(bucket << 14);
}

/** Whole octaves, so that room is seldom made. */
function makeRoom(histogram: QuantileHistogram, from: number, to: number): void {
  const { first, counts } = histogram;
  const isEmpty = counts.length === 0;
  const start = Math.floor((isEmpty ? from : Math.min(from, first)) / perOctave) * perOctave;
  const end = Math.ceil((isEmpty ? to : Math.max(to, first + counts.length)) / perOctave) * perOctave;
  const wider = new Uint32Array(end - start);
  wider.set(counts, isEmpty ? 0 : first - start);
  histogram.first = start;
  histogram.counts = wider;
}
