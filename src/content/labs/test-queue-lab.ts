import { nsPerMs } from '#core/shared/simulation/model.ts';
import {
  queueModel,
  quietQueue,
  type QueueEvent,
  type QueueParams,
  type QueueState,
} from '#core/shared/simulation/test-queue.ts';
import { err, ok } from '#core/shared/result.ts';
import type { LabCard, LabField, LabValues } from './lab-card.ts';
import { simulatedLab, type SimulatedLab } from './simulated-lab.ts';

/** A small lab to try the frame of all labs on. */
export const queueCard: LabCard = {
  kind: 'queue',
  title: 'Queue',
  summary: 'How long does a line get?',
  fields: [
    numberField('servers', 'Servers', quietQueue.servers, 1, 50, true),
    numberField('customers.betweenMs', 'Between customers', quietQueue.betweenMs, 0.1, 100_000, false),
    numberField('customers.serviceMs', 'Service', quietQueue.serviceMs, 0.1, 100_000, false),
    numberField('room', 'Places to wait', quietQueue.room, 0, 1e9, true),
    numberField('forS', 'Run for', quietQueue.forS, 1, 100_000, true),
    {
      kind: 'choice',
      path: 'door',
      label: 'Door',
      note: 'Whether anyone comes in.',
      group: 'Load',
      initial: 'open',
      options: [
        { value: 'open', label: 'Open', note: '' },
        { value: 'shut', label: 'Shut', note: '' },
      ],
    },
  ],
  example: { servers: 3 },
  metrics: [
    { name: 'served', label: 'Served', unit: '', note: '' },
    { name: 'meanWaiting', label: 'Waiting on average', unit: '', note: '' },
  ],
  mainMetric: 'served',
  alarm: null,
  series: [
    { name: 'servedPerS', label: 'Served', unit: 'a second', graph: 'served', tone: 'fresh' },
    { name: 'waiting', label: 'Waiting', unit: '', graph: 'waiting', tone: 'stale' },
  ],
  events: [
    { kind: 'arrive', label: 'Arrives', isMark: false },
    { kind: 'leave', label: 'Leaves', isMark: false },
    { kind: 'turn-away', label: 'Turned away', isMark: true },
  ],
  sweeps: [
    {
      id: 'servers',
      title: 'By servers',
      path: 'servers',
      note: 'Each point is a run of its own.',
      graphs: [{ title: 'Served', metrics: [{ name: 'served', tone: 'fresh' }], scale: 'linear' }],
      knee: null,
    },
  ],
  fixedInForks: [],
  check: (values) =>
    values['door'] === 'shut' && values['servers'] === 1
      ? [{ path: 'door', message: 'must be open for a single server' }]
      : [],
};

export const queueLab: SimulatedLab<QueueParams, QueueState, QueueEvent> = {
  card: queueCard,
  read: (values) => ({
    servers: numberAt(values, 'servers'),
    betweenMs: numberAt(values, 'customers.betweenMs'),
    serviceMs: numberAt(values, 'customers.serviceMs'),
    room: numberAt(values, 'room'),
    forS: numberAt(values, 'forS'),
    overloadAt: 5_000,
  }),
  model: queueModel,
  adapt: (state, from, to) =>
    to.servers < from.servers ? err([{ path: 'servers', message: 'cannot become fewer while they serve' }]) : ok(state),
  metrics: ({ served, waitingNs, nowNs }, _, since) => ({
    served: served - (since?.served ?? 0),
    meanWaiting: (waitingNs - (since?.waitingNs ?? 0)) / (nowNs - (since?.nowNs ?? 0)),
  }),
  totals: ({ served, waitingNs, waitingSinceNs, nowNs }, atNs) => [
    served,
    waitingNs + waitingSinceNs.length * (atNs - nowNs),
  ],
  series: ([servedBefore = 0, waitingBefore = 0], [served = 0, waiting = 0], widthNs) => ({
    servedPerS: ((served - servedBefore) / widthNs) * 1e9,
    waiting: (waiting - waitingBefore) / widthNs,
  }),
  describe: ({ kind }, { waitingSinceNs }) => `${kind}, ${waitingSinceNs.length} waiting`,
  frame: (timeline, index, { servers }) => ({
    servers,
    waiting: timeline.at(index).waitingSinceNs.map((ns) => ns / nsPerMs),
    before: timeline.eventAt(index - 1)?.kind ?? null,
  }),
  sweep: (id, values) =>
    id === 'servers'
      ? [1, 2, 3, 4].map((servers) => ({ x: servers, values: { ...values, servers }, expected: { served: servers } }))
      : [],
};

export const queueKind = simulatedLab(queueLab);

function numberField(
  path: string,
  label: string,
  initial: number,
  least: number,
  most: number,
  isWhole: boolean,
): LabField {
  const slider = { scale: 'linear', least, most } as const;
  return { kind: 'number', path, label, note: '', group: 'Load', unit: '', initial, least, most, isWhole, slider };
}

function numberAt(values: LabValues, path: string): number {
  return Number(values[path]);
}
