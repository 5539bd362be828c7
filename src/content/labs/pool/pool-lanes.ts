import type { PoolEvent } from '#core/pool/pool-events.ts';
import { type Connection, poolOf, type PoolState } from '#core/pool/pool-state.ts';
import { inSlot } from '#core/pool/slots.ts';
import { type Model, nsPerMs } from '#core/shared/simulation/model.ts';

/** What a connection slot of the first application did, in order and without gaps while a connection was there. */
export interface PoolLane {
  /** The connection that is there now, by its number; null when none is. */
  readonly connection: number | null;
  readonly intervals: readonly LaneInterval[];
}

export interface LaneInterval {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: LaneState;
  readonly connection: number;
  /** The request that has it, had leaked it, or has it opened; null for none. */
  readonly request: number | null;
  /** The request that has it runs a slow query. */
  readonly isSlow: boolean;
}

/**
 * A bad connection lies idle, and its server has died since it was opened. An attempt to open one is failed once it has
 * ended so: before, nobody knows.
 */
export type LaneState = 'opening' | 'failed' | 'busy' | 'leaked' | 'idle' | 'bad';

interface OpenInterval {
  readonly fromNs: number;
  readonly state: LaneState;
  readonly connection: number;
  readonly request: number;
  readonly isSlow: boolean;
}

/** So many events from a state on. The one before it ends where the next one begins, perhaps with other parameters. */
export interface Stretch {
  readonly model: Model<PoolState, PoolEvent>;
  readonly state: PoolState;
  readonly events: number;
}

/** Steps the states through their events, and says what the first lanes did meanwhile. */
export function replayLanes(stretches: readonly Stretch[], most: number): PoolLane[] {
  const recorder = new LaneRecorder(most);
  for (const { model, state, events } of stretches) {
    recorder.look(state, null);
    for (let count = 0; count < events; count++) {
      const event = model.peek(state);
      if (event === null) break;
      model.step(state, event);
      recorder.look(state, event);
    }
  }
  return recorder.lanes();
}

class LaneRecorder {
  readonly #most: number;
  readonly #past: LaneInterval[][] = [];
  readonly #open: (OpenInterval | null)[] = [];
  #isFirst = true;
  #nowNs = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Notes what has changed, by an event or at a fork. */
  look(state: PoolState, event: PoolEvent | null): void {
    const { nowNs } = state;
    this.#nowNs = nowNs;
    const { items } = poolOf(state, 0).connections;
    for (let slot = 0; slot < items.length && slot < this.#most; slot++) {
      const connection = items[slot] ?? null;
      const before = this.#open[slot] ?? null;
      const past = (this.#past[slot] ??= []);
      if (isSame(before, connection)) continue;
      if (before !== null && before.fromNs < nowNs) past.push(closed(ended(before, event), nowNs));
      // What was so at the first look began before it.
      const fromNs = connection !== null && this.#isFirst ? Math.min(connection.sinceNs, nowNs) : nowNs;
      this.#open[slot] = connection && intervalOf(connection, state, fromNs);
    }
    this.#isFirst = false;
  }

  lanes(): PoolLane[] {
    return this.#past.map((past, slot) => {
      const last = this.#open[slot] ?? null;
      return last === null
        ? { connection: null, intervals: past }
        : { connection: last.connection, intervals: [...past, closed(last, this.#nowNs)] };
    });
  }
}

function isSame(interval: OpenInterval | null, connection: Connection | null): boolean {
  if (interval === null || connection === null) return interval === connection;
  return (
    interval.connection === connection.id &&
    interval.request === connection.requestId &&
    interval.state === stateOf(connection)
  );
}

function intervalOf(connection: Connection, { requests }: PoolState, fromNs: number): OpenInterval {
  const isSlow = connection.place === 'busy' && inSlot(requests, connection.request).isSlow;
  return { fromNs, state: stateOf(connection), connection: connection.id, request: connection.requestId, isSlow };
}

function ended(interval: OpenInterval, event: PoolEvent | null): OpenInterval {
  const isFailed = interval.state === 'opening' && (event?.kind === 'refused' || event?.kind === 'unreachable');
  return isFailed ? { ...interval, state: 'failed' } : interval;
}

function closed({ fromNs, state, connection, request, isSlow }: OpenInterval, toNs: number): LaneInterval {
  return {
    fromMs: fromNs / nsPerMs,
    toMs: toNs / nsPerMs,
    state,
    connection,
    request: request === 0 ? null : request,
    isSlow,
  };
}

function stateOf({ isBad, place }: Connection): LaneState {
  return place === 'idle' && isBad ? 'bad' : place;
}
