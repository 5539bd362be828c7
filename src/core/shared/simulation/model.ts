/**
 * What a simulation is made of. A model is a discrete-event simulation (Law & Kelton, Simulation Modeling and Analysis,
 * chapter 1): a state, and events that change it, one after another in the order of their times.
 *
 * Time is whole nanoseconds since the start of the run, so that sums of times are exact and the same everywhere.
 */
export interface SimulationEvent {
  readonly kind: string;
  readonly atNs: number;
}

export interface Model<State, Event extends SimulationEvent> {
  /** No event after this time is part of a run. */
  readonly endNs: number;
  /** The state at time 0, its first events scheduled. */
  start(): State;
  /** What happens next in this state, or null when nothing ever will; events that were called off are passed over. */
  peek(state: State): Event | null;
  /**
   * `step(state, event) → state`: what the event that `peek` gave makes of the state. It may write into the state it is
   * given and return that one: a run owns its state, and whoever wants to keep one keeps a `copy`.
   */
  step(state: State, event: Event): State;
  /** An independent copy. A state is plain data: what a structured clone, or JSON, gives back whole. */
  copy(state: State): State;
  /** Roughly how many bytes a copy takes, where that can become much: a run keeps fewer of them then. */
  sizeBytes?(state: State): number;
  /** Why no run goes on from this state (the waiting line is longer than the memory), or null. */
  overload(state: State): string | null;
}

export const nsPerMs = 1e6;
export const nsPerS = 1e9;
