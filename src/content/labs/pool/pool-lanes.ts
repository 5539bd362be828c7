import type { PoolEvent } from '#core/pool/pool-events.ts';
import { type Connection, poolOf, type PoolState } from '#core/pool/pool-state.ts';
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
}

/** A bad connection lies idle, and its server has died since it was opened. */
export type LaneState = 'opening' | 'busy' | 'leaked' | 'idle' | 'bad';

interface OpenInterval {
  readonly fromNs: number;
  readonly state: LaneState;
  readonly connection: number;
  readonly request: number;
}

/** Steps a state through so many events, and says what its first lanes did meanwhile. */
export function replayLanes(
  model: Model<PoolState, PoolEvent>,
  state: PoolState,
  events: number,
  most: number,
): PoolLane[] {
  const intervals: LaneInterval[][] = [];
  const open: (OpenInterval | null)[] = [];
  look(state, most, (slot, connection) => {
    open[slot] = connection && intervalOf(connection, Math.min(connection.sinceNs, state.nowNs));
    intervals[slot] = [];
  });
  for (let count = 0; count < events; count++) {
    const event = model.peek(state);
    if (event === null) break;
    model.step(state, event);
    look(state, most, (slot, connection) => {
      const before = open[slot] ?? null;
      if (isSame(before, connection)) return;
      const past = (intervals[slot] ??= []);
      if (before !== null && before.fromNs < state.nowNs) past.push(closed(before, state.nowNs));
      open[slot] = connection && intervalOf(connection, state.nowNs);
    });
  }
  return intervals.map((past, slot) => {
    const last = open[slot] ?? null;
    return last === null
      ? { connection: null, intervals: past }
      : { connection: last.connection, intervals: [...past, closed(last, state.nowNs)] };
  });
}

function look(state: PoolState, most: number, see: (slot: number, connection: Connection | null) => void): void {
  const { items } = poolOf(state, 0).connections;
  for (let slot = 0; slot < items.length && slot < most; slot++) see(slot, items[slot] ?? null);
}

function isSame(interval: OpenInterval | null, connection: Connection | null): boolean {
  if (interval === null || connection === null) return interval === connection;
  return (
    interval.connection === connection.id &&
    interval.request === connection.requestId &&
    interval.state === stateOf(connection)
  );
}

function intervalOf(connection: Connection, fromNs: number): OpenInterval {
  return { fromNs, state: stateOf(connection), connection: connection.id, request: connection.requestId };
}

function closed({ fromNs, state, connection, request }: OpenInterval, toNs: number): LaneInterval {
  return {
    fromMs: fromNs / nsPerMs,
    toMs: toNs / nsPerMs,
    state,
    connection,
    request: request === 0 ? null : request,
  };
}

function stateOf({ isBad, place }: Connection): LaneState {
  return place === 'idle' && isBad ? 'bad' : place;
}
