import type { SimulationEvent } from './model.ts';

/**
 * The moments of a run: moment 0 is the start, moment i the state after its i-th event. Keyframes every n events make
 * each of them answer quickly, however long the run is.
 */
export interface Timeline<State, Event extends SimulationEvent> {
  /** How many events there are so far, and so the number of the last moment. */
  readonly length: number;
  /** The time up to which the run has come. */
  readonly reachedNs: number;
  /** How many events of each kind there are so far. */
  readonly counts: Readonly<Record<string, number>>;
  /** A copy of the state at a moment; an index outside the run is taken to its nearest end. */
  at(index: number): State;
  /** The event that led to a moment; null for moment 0. */
  eventAt(index: number): Event | null;
  /** The time of a moment. */
  timeAt(index: number): number;
  /** The last moment at or before a time. */
  indexAt(atNs: number): number;
  /** The nearest moment after (or before) `index` that an event of one of these kinds led to, or null. */
  find(kinds: readonly string[], index: number, direction: 'forwards' | 'backwards'): number | null;
}
