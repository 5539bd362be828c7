/** What can be reached by sliding. */
export interface SliderRange {
  readonly scale: 'linear' | 'log';
  readonly least: number;
  readonly most: number;
}

/** A slider has so many places at most; a hand cannot aim at more. */
export const sliderPlaces = 1000;

/** How many places there are: one for each whole number, where those are few enough. */
export function placeCount(range: SliderRange, isWhole: boolean): number {
  const span = range.most - range.least;
  return range.scale === 'linear' && isWhole && span >= 1 && span <= sliderPlaces ? span : sliderPlaces;
}

/** The place of a value, from 0 to `places`; what lies beyond the ends is taken to them. */
export function placeOf(value: number, range: SliderRange, isWhole: boolean): number {
  const places = placeCount(range, isWhole);
  const within = Math.min(Math.max(value, range.least), range.most);
  if (range.most <= range.least) return 0;
  if (range.scale === 'linear') return Math.round(((within - range.least) / (range.most - range.least)) * places);
  const start = logStart(range, isWhole);
  if (within < start) return 0;
  const first = range.least < start ? 1 : 0;
  return first + Math.round((Math.log(within / start) / Math.log(range.most / start)) * (places - first));
}

/** The value of a place, rounded to what a hand means: whole, or three significant digits. The ends are exact. */
export function valueOf(place: number, range: SliderRange, isWhole: boolean): number {
  const places = placeCount(range, isWhole);
  if (place <= 0) return range.least;
  if (place >= places) return range.most;
  const value = isWhole ? Math.round(rawValue(place, places, range, isWhole)) : rawValue(place, places, range, isWhole);
  return Math.min(Math.max(Number(value.toPrecision(3)), range.least), range.most);
}

function rawValue(place: number, places: number, range: SliderRange, isWhole: boolean): number {
  if (range.scale === 'linear') return range.least + ((range.most - range.least) * place) / places;
  const start = logStart(range, isWhole);
  const first = range.least < start ? 1 : 0;
  return start * Math.exp((Math.log(range.most / start) * (place - first)) / (places - first));
}

/** A logarithm has no 0: the first place is then the least value itself, and the others begin here, at a round one. */
function logStart(range: SliderRange, isWhole: boolean): number {
  if (range.least > 0) return range.least;
  return isWhole ? Math.min(1, range.most) : Number((range.most / 10_000).toPrecision(1));
}

/** The next value that a key leads to: past all places that are rounded to the value as it stands. */
export function valueAfter(value: number, by: number, range: SliderRange, isWhole: boolean): number {
  const places = placeCount(range, isWhole);
  const direction = by < 0 ? -1 : 1;
  let place = placeOf(value, range, isWhole) + by;
  while (place > 0 && place < places && (valueOf(place, range, isWhole) - value) * direction <= 0) place += direction;
  return valueOf(place, range, isWhole);
}
