import type { LaneInterval, LaneState } from '#content/labs/pool/pool-lanes.ts';

/** How an interval is drawn: by its state, and slow queries as a kind of their own. */
export type LaneMarkKind = LaneState | 'slow';

/** What a connection is doing, as the legend and the table say it. */
export const laneWords: Readonly<Record<LaneMarkKind, string>> = {
  busy: 'in use',
  slow: 'slow query',
  idle: 'idle',
  opening: 'being opened',
  failed: 'could not connect',
  leaked: 'leaked',
  bad: 'idle, lost with the database',
};

export const laneMarkKinds: readonly LaneMarkKind[] = ['busy', 'slow', 'idle', 'opening', 'failed', 'leaked', 'bad'];

export function markKindOf({ isSlow, state }: Pick<LaneInterval, 'isSlow' | 'state'>): LaneMarkKind {
  return isSlow ? 'slow' : state;
}

/** "in use by request 812, a slow query". */
export function laneText({ isSlow, state, request }: LaneInterval): string {
  if (request === null) return laneWords[state];
  if (state === 'failed') return `${laneWords.failed} for request ${request}`;
  return `${laneWords[state]} by request ${request}${isSlow ? ', a slow query' : ''}`;
}
