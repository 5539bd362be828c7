import { exponential } from '#core/shared/distributions.ts';
import { randomStreams, type RandomStream } from '#core/shared/random.ts';
import { nsPerMs, type Model, type SimulationEvent } from './model.ts';

/**
 * A queue before some servers, to try runs on: M/M/c/K, first come, first served. Who finds the line full is turned away,
 * which is rare.
 */
export interface QueueState {
  nowNs: number;
  readonly chance: RandomStream;
  nextArrivalNs: number;
  /** When each busy server will be free, the next first. */
  busyUntilNs: number[];
  waitingSinceNs: number[];
  served: number;
  turnedAway: number;
  /** The integral of the waiting line over time. */
  waitingNs: number;
}

export interface QueueEvent extends SimulationEvent {
  readonly kind: 'arrive' | 'leave' | 'turn-away';
}

export interface QueueParams {
  readonly servers: number;
  /** Means. */
  readonly betweenMs: number;
  readonly serviceMs: number;
  /** Places to wait. */
  readonly room: number;
  readonly forS: number;
  /** A line of this length ends the run. */
  readonly overloadAt: number;
}

export const quietQueue: QueueParams = {
  servers: 2,
  betweenMs: 10,
  serviceMs: 16,
  room: 6,
  forS: 60,
  overloadAt: 1_000,
};

export function queueModel(params: QueueParams, seed: number): Model<QueueState, QueueEvent> {
  const betweenNs = params.betweenMs * nsPerMs;
  const serviceNs = params.serviceMs * nsPerMs;

  return {
    endNs: params.forS * 1e9,
    start() {
      const { chance } = randomStreams(seed, ['chance']);
      return {
        nowNs: 0,
        chance,
        nextArrivalNs: draw(chance, betweenNs),
        busyUntilNs: [],
        waitingSinceNs: [],
        served: 0,
        turnedAway: 0,
        waitingNs: 0,
      };
    },
    peek({ nextArrivalNs, busyUntilNs, waitingSinceNs }) {
      const [leaveNs] = busyUntilNs;
      if (leaveNs !== undefined && leaveNs <= nextArrivalNs) return { kind: 'leave', atNs: leaveNs };
      return { kind: waitingSinceNs.length >= params.room ? 'turn-away' : 'arrive', atNs: nextArrivalNs };
    },
    step(state, { kind, atNs }) {
      state.waitingNs += state.waitingSinceNs.length * (atNs - state.nowNs);
      state.nowNs = atNs;
      if (kind === 'leave') {
        state.busyUntilNs.shift();
        state.served += 1;
        if (state.waitingSinceNs.shift() !== undefined) serve(state, serviceNs);
        return state;
      }
      state.nextArrivalNs = atNs + draw(state.chance, betweenNs);
      if (kind === 'turn-away') state.turnedAway += 1;
      else if (state.busyUntilNs.length < params.servers) serve(state, serviceNs);
      else state.waitingSinceNs.push(atNs);
      return state;
    },
    copy: (state) => ({
      ...state,
      chance: [...state.chance],
      busyUntilNs: [...state.busyUntilNs],
      waitingSinceNs: [...state.waitingSinceNs],
    }),
    overload: ({ waitingSinceNs }) =>
      waitingSinceNs.length < params.overloadAt ? null : `${waitingSinceNs.length} customers are waiting.`,
  };
}

function serve(state: QueueState, serviceNs: number): void {
  const untilNs = state.nowNs + draw(state.chance, serviceNs);
  const later = state.busyUntilNs.findIndex((other) => other > untilNs);
  if (later === -1) state.busyUntilNs.push(untilNs);
  else state.busyUntilNs.splice(later, 0, untilNs);
}

function draw(chance: RandomStream, meanNs: number): number {
  return Math.floor(exponential(chance, meanNs));
}
