import type { Model, SimulationEvent } from './model.ts';

/** As many copies of a state are kept at most, besides those near the last question. */
export const usualKeyframes = 256;
/** What the copies may take together, by what the model says of their size. */
export const mostBytes = 96 * 2 ** 20;
/** However large they are; with fewer, an answer would be computed as slowly as the run itself. */
const fewestKeyframes = 8;
/**
 * Copying so many bytes takes about as long as stepping through one event (measured on the connection pool); copies that
 * lie closer would cost more than they save. A run gets by with some more of them, which answer sooner.
 */
const bytesPerEvent = 500;
const bytesPerEventOfRun = 1_000;
/** Events between two keyframes at first; doubled whenever there are too many of them. */
const firstInterval = 64;
/** Into how many parts the interval is divided that was last looked into, so that steps back within it are quick. */
export const nearParts = 32;
const smallestPart = 16;
/** The share of `mostBytes` that the parts may take. */
const nearShare = 0.25;

export interface Keyframe<State, Event> {
  readonly index: number;
  readonly state: State;
  /** What led here; null at the start. */
  readonly event: Event | null;
}

interface CountedKeyframe<State, Event> extends Keyframe<State, Event> {
  /** How many events of each kind led here, by the kinds' numbers. */
  readonly counts: readonly number[];
  readonly sizeBytes: number;
}

/** What the copies of a run take. */
export interface KeyframeUse {
  readonly copies: number;
  readonly bytes: number;
}

/**
 * States kept at even distances of a run that grows, a bounded number of them: when there are too many, every second one
 * is let go. So a run of n events costs a replay of at most n / 128 of them (64 for a short one).
 */
export class Keyframes<State, Event extends SimulationEvent> {
  readonly #model: Model<State, Event>;
  readonly #most: number;
  #kept: CountedKeyframe<State, Event>[];
  #interval = firstInterval;
  /** Finer ones, all in one interval, in order. */
  #near: Keyframe<State, Event>[] = [];
  #bytes: number;
  readonly #numberOfKind = new Map<string, number>();
  readonly #counts: number[] = [];

  constructor(model: Model<State, Event>, start: State, most = usualKeyframes) {
    this.#model = model;
    this.#most = most;
    this.#bytes = this.#sizeOf(start);
    this.#kept = [{ index: 0, state: model.copy(start), event: null, counts: [], sizeBytes: this.#bytes }];
  }

  get use(): KeyframeUse {
    const nearBytes = this.#near.reduce((sum, { state }) => sum + this.#sizeOf(state), 0);
    return { copies: this.#kept.length + this.#near.length, bytes: this.#bytes + nearBytes };
  }

  /** Counts an event of the run, and keeps the moment that it led to where one is due. */
  note(index: number, state: State, event: Event): void {
    const number = this.#numberOfKind.get(event.kind);
    if (number === undefined) {
      this.#numberOfKind.set(event.kind, this.#counts.length);
      this.#counts.push(1);
    } else {
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    }
    if (index % this.#interval !== 0) return;
    const sizeBytes = this.#sizeOf(state);
    this.#bytes += sizeBytes;
    this.#kept.push({ index, state: this.#model.copy(state), event, counts: [...this.#counts], sizeBytes });
    while (this.#kept.length > this.#most || this.#isTooHeavy(sizeBytes)) this.#thin();
  }

  /** Keeps a moment that was computed again, where it divides the interval that is being looked into. */
  noteNear(index: number, state: State, event: Event | null): void {
    if (index % smallestPart !== 0 || index % this.#interval === 0 || index % this.#partAt(index) !== 0) return;
    const last = this.#near.at(-1);
    if (last !== undefined && !this.#isSameInterval(last.index, index)) this.#near = [];
    else if (last !== undefined && last.index >= index) return;
    this.#near.push({ index, state: this.#model.copy(state), event });
  }

  /** The last known state at or before a moment. */
  before(index: number): Keyframe<State, Event> {
    const near = this.#near.findLast((keyframe) => keyframe.index <= index);
    if (near !== undefined && this.#isSameInterval(near.index, index)) return near;
    return this.#keptAt(this.#numberOf(index));
  }

  /** Of the even ones the last at or before a time. */
  atTime(atNs: number): Keyframe<State, Event> {
    let low = 0;
    let high = this.#kept.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#keptAt(middle).event?.atNs ?? 0) <= atNs) low = middle;
      else high = middle - 1;
    }
    return this.#keptAt(low);
  }

  /** The even one at or before a moment. */
  startOfInterval(index: number): number {
    return this.#numberOf(index) * this.#interval;
  }

  /** Where the interval of a moment ends, and the next begins. */
  endOfInterval(index: number): number {
    return (this.#numberOf(index) + 1) * this.#interval;
  }

  /** Whether events of these kinds happened in the interval of a moment. */
  hasAny(kinds: ReadonlySet<string>, index: number): boolean {
    const from = this.#keptAt(this.#numberOf(index)).counts;
    const to = this.#kept[this.#numberOf(index) + 1]?.counts ?? this.#counts;
    return [...kinds].some((kind) => {
      const number = this.#numberOfKind.get(kind);
      return number !== undefined && (to[number] ?? 0) > (from[number] ?? 0);
    });
  }

  /** How many events of each kind there were in all. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#numberOfKind].map(([kind, number]) => [kind, this.#counts[number] ?? 0]));
  }

  /** Fewer parts where the states are large. */
  #partAt(index: number): number {
    const number = this.#numberOf(index);
    const sizeBytes = Math.max(this.#keptAt(number).sizeBytes, this.#kept[number + 1]?.sizeBytes ?? 0);
    let parts = nearParts;
    while (parts > 1 && parts * sizeBytes > nearShare * mostBytes) parts /= 2;
    return Math.max(this.#interval / parts, smallestPart, powerOfTwo(sizeBytes / bytesPerEvent));
  }

  #sizeOf(state: State): number {
    return this.#model.sizeBytes?.(state) ?? 0;
  }

  #isTooHeavy(lastBytes: number): boolean {
    const isTooDense = lastBytes > this.#interval * bytesPerEventOfRun;
    return (isTooDense || this.#bytes > mostBytes) && this.#kept.length > fewestKeyframes;
  }

  #thin(): void {
    this.#kept = this.#kept.filter((_, number) => number % 2 === 0);
    this.#bytes = this.#kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    this.#interval *= 2;
    this.#near = [];
  }

  #numberOf(index: number): number {
    return Math.floor(index / this.#interval);
  }

  #isSameInterval(one: number, other: number): boolean {
    return this.#numberOf(one) === this.#numberOf(other);
  }

  #keptAt(number: number): CountedKeyframe<State, Event> {
    const keyframe = this.#kept[number];
    if (keyframe === undefined) throw new Error(`There is no keyframe ${number}.`);
    return keyframe;
  }
}

/** The next one, so that parts divide their interval evenly. */
function powerOfTwo(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  return power;
}
