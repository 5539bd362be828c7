import type { LaneInterval, LaneState } from '#content/labs/pool/pool-lanes.ts';

/** What a connection is doing, as the legend and the table say it. */
export const laneWords: Readonly<Record<LaneState, string>> = {
  busy: 'in use',
  idle: 'idle',
  opening: 'being opened',
  leaked: 'leaked',
  bad: 'idle, lost with the database',
};

export const laneStates: readonly LaneState[] = ['busy', 'idle', 'opening', 'leaked', 'bad'];

/** "in use by request 812". */
export function laneText({ state, request }: LaneInterval): string {
  return request === null ? laneWords[state] : `${laneWords[state]} by request ${request}`;
}
