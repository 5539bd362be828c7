import { Keyframes, type Keyframe, type KeyframeUse } from './keyframes.ts';
import type { Model, SimulationEvent } from './model.ts';
import type { Timeline } from './timeline.ts';

/** A run is cut off here: what a reader can wait for, and what the memory of a page holds besides. */
export const mostEvents = 10_000_000;

export type SimulationStatus =
  | { readonly kind: 'computing' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'cut-off'; readonly reason: string };

/** Where a run begins that does not begin at the model's own start: the moment that it was forked from. */
export interface Origin<State> {
  readonly state: State;
  readonly atNs: number;
}

/** Sees each event before it happens: the moment that it will lead to, and the state as it still is, not to be kept. */
export type EventWatch<State, Event> = (event: Event, index: number, before: State) => void;

export interface RunOptions<State, Event> {
  readonly origin?: Origin<State> | undefined;
  readonly watch?: EventWatch<State, Event> | undefined;
  readonly mostKeyframes?: number | undefined;
}

/** A place in the run, and what happens next there. */
interface Place<State, Event> {
  index: number;
  state: State;
  event: Event | null;
  next: Event | null;
}

/**
 * A model computed piece by piece, and the moments of what there is so far.
 *
 * Only keyframes are kept; what lies between is computed again when it is asked for. A moment is the state in which the
 * model has been asked what comes next, so that a model may put off its tidying until then and two ways to one moment still
 * give the same data.
 */
export class SimulationRun<State, Event extends SimulationEvent> implements Timeline<State, Event> {
  readonly startNs: number;
  readonly #model: Model<State, Event>;
  readonly #watch: EventWatch<State, Event> | undefined;
  readonly #keyframes: Keyframes<State, Event>;
  /** Where the run has come to. */
  readonly #front: Place<State, Event>;
  /** Where the last question was answered. */
  #cursor: Place<State, Event>;
  #status: SimulationStatus = { kind: 'computing' };

  constructor(model: Model<State, Event>, { origin, watch, mostKeyframes }: RunOptions<State, Event> = {}) {
    this.#model = model;
    this.#watch = watch;
    this.startNs = origin?.atNs ?? 0;
    const state = origin === undefined ? model.start() : model.copy(origin.state);
    this.#front = { index: 0, state, event: null, next: model.peek(state) };
    this.#keyframes = new Keyframes(model, state, mostKeyframes);
    this.#cursor = this.#placeAt(this.#keyframes.before(0));
  }

  get status(): SimulationStatus {
    return this.#status;
  }

  get length(): number {
    return this.#front.index;
  }

  get reachedNs(): number {
    if (this.#status.kind === 'complete') return Math.max(this.#model.endNs, this.startNs);
    return this.#front.event?.atNs ?? this.startNs;
  }

  get counts(): Readonly<Record<string, number>> {
    return this.#keyframes.counts();
  }

  /** The state of the last moment itself: to be read at once, neither written to nor kept. */
  get last(): State {
    return this.#front.state;
  }

  /** What the kept states take. */
  get use(): KeyframeUse {
    return this.#keyframes.use;
  }

  /** Computes at most so many events more. However a run is divided into pieces, it ends at the same moment. */
  advance(events: number): SimulationStatus {
    for (let left = events; left > 0 && this.#status.kind === 'computing'; left -= 1) this.#computeNext();
    return this.#status;
  }

  at(index: number): State {
    return this.#model.copy(this.#goTo(this.inside(index)).state);
  }

  /** What is read off a moment's state, which the reader neither writes to nor keeps: no copy is made for it. */
  read<T>(index: number, reader: (state: State) => T): T {
    return reader(this.#goTo(this.inside(index)).state);
  }

  eventAt(index: number): Event | null {
    return this.#goTo(this.inside(index)).event;
  }

  timeAt(index: number): number {
    return this.eventAt(index)?.atNs ?? this.startNs;
  }

  indexAt(atNs: number): number {
    const place = this.#goTo(this.#keyframes.atTime(atNs).index);
    while (place.index < this.length && place.next !== null && place.next.atNs <= atNs) this.#walk(place);
    return place.index;
  }

  find(kinds: readonly string[], index: number, direction: 'forwards' | 'backwards'): number | null {
    const wanted = new Set(kinds);
    return direction === 'forwards'
      ? this.#findForwards(wanted, Math.max(0, Math.floor(index)))
      : this.#findBackwards(wanted, Math.min(this.length + 1, Math.floor(index)));
  }

  #findForwards(wanted: ReadonlySet<string>, index: number): number | null {
    let from = index;
    while (from < this.length) {
      const end = Math.min(this.#keyframes.endOfInterval(from), this.length);
      if (this.#keyframes.hasAny(wanted, from)) {
        const place = this.#goTo(from);
        while (place.index < end) {
          this.#walk(place);
          if (place.event !== null && wanted.has(place.event.kind)) return place.index;
        }
      }
      from = end;
    }
    return null;
  }

  #findBackwards(wanted: ReadonlySet<string>, index: number): number | null {
    let last = index - 1;
    while (last > 0) {
      // The events of an interval lead to the moments behind its keyframe, up to the next keyframe's own.
      const from = this.#keyframes.startOfInterval(last - 1);
      let found: number | null = null;
      if (this.#keyframes.hasAny(wanted, from)) {
        const place = this.#goTo(from);
        while (place.index < last) {
          this.#walk(place);
          if (place.event !== null && wanted.has(place.event.kind)) found = place.index;
        }
      }
      if (found !== null) return found;
      last = from;
    }
    return null;
  }

  #computeNext(): void {
    const { next, state, index } = this.#front;
    if (next === null || next.atNs > this.#model.endNs) {
      this.#status = { kind: 'complete' };
      return;
    }
    const overload = index >= mostEvents ? tooManyEvents : this.#model.overload(state);
    if (overload !== null) {
      this.#status = { kind: 'cut-off', reason: overload };
      return;
    }
    this.#watch?.(next, index + 1, state);
    this.#move(this.#front, next);
    this.#keyframes.note(this.#front.index, this.#front.state, next);
  }

  /** Brings the cursor to a moment, from the nearest place before it that is known. */
  #goTo(index: number): Place<State, Event> {
    const known = this.#keyframes.before(index);
    if (this.#cursor.index > index || this.#cursor.index < known.index) this.#cursor = this.#placeAt(known);
    while (this.#cursor.index < index) this.#walk(this.#cursor);
    return this.#cursor;
  }

  #walk(place: Place<State, Event>): void {
    if (place.next === null)
      throw new Error('A moment of this run cannot be computed again: its model is not the same.');
    this.#move(place, place.next);
    this.#keyframes.noteNear(place.index, place.state, place.event);
  }

  #move(place: Place<State, Event>, event: Event): void {
    place.state = this.#model.step(place.state, event);
    place.index += 1;
    place.event = event;
    place.next = this.#model.peek(place.state);
  }

  #placeAt({ index, state, event }: Keyframe<State, Event>): Place<State, Event> {
    const copy = this.#model.copy(state);
    return { index, state: copy, event, next: this.#model.peek(copy) };
  }

  /** The nearest moment that there is. */
  inside(index: number): number {
    return Math.min(Math.max(Math.floor(index), 0), this.length);
  }
}

const tooManyEvents = `It came to ${mostEvents.toLocaleString('en')} events, the most that one run computes.`;
