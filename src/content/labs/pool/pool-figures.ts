import type { PoolEventKind } from '#core/pool/pool-events.ts';
import type { PoolMetricName } from '#core/pool/pool-metrics.ts';
import type { EventCard, MetricCard, SeriesCard } from '#content/labs/lab-card.ts';

type MetricWords = Omit<MetricCard, 'name'>;

const metrics: Readonly<Record<PoolMetricName, MetricWords>> = {
  meanWaitMs: {
    label: 'Mean wait',
    unit: 'ms',
    note: 'In line for a connection, over all requests but those that could not connect: zero for those that did not wait; who still waits counts with the wait so far.',
  },
  lostFraction: {
    label: 'Failed or gave up',
    unit: '%',
    note: 'Requests that could not connect, whose query died with the database, or that waited for too long; of all requests.',
  },
  p95WaitMs: {
    label: 'Wait, 95th percentile',
    unit: 'ms',
    note: 'One request in twenty waits this long or longer; who still waits counts with the wait so far.',
  },
  p99WaitMs: {
    label: 'Wait, 99th percentile',
    unit: 'ms',
    note: 'One request in a hundred waits this long or longer; who still waits counts with the wait so far.',
  },
  meanResponseMs: {
    label: 'Mean response, of completed',
    unit: 'ms',
    note: 'From arrival to the end, of requests that were completed: waiting, opening and work.',
  },
  p99ResponseMs: {
    label: 'Response, 99th percentile',
    unit: 'ms',
    note: 'One completed request in a hundred takes this long or longer.',
  },
  throughputPerS: { label: 'Throughput', unit: 'a second', note: 'Requests that were completed, per second.' },
  utilization: {
    label: 'Utilization',
    unit: '%',
    note: 'Connections in use, of all that may be open, on average; without a limit, of the most that were.',
  },
  requests: { label: 'Requests', unit: '', note: 'How many came.' },
  completed: { label: 'Completed', unit: '', note: 'Requests that did their work and gave their connection back.' },
  failed: {
    label: 'Failed',
    unit: '',
    note: 'Requests that could not connect, or whose query died with the database.',
  },
  timeouts: { label: 'Gave up', unit: '', note: 'Requests that waited for their connection for too long.' },
  leaked: { label: 'Leaked', unit: '', note: 'Requests that never gave their connection back.' },
  waitCount: { label: 'Waits', unit: '', note: 'Requests that had to wait in line. Go: WaitCount.' },
  waitDurationMs: { label: 'Waited in all', unit: 'ms', note: 'Of waits that are over. Go: WaitDuration.' },
  meanWaitOfWaitersMs: {
    label: 'Mean wait of those who wait',
    unit: 'ms',
    note: 'Of waits that are over; Go’s WaitDuration ÷ WaitCount comes to the same once nobody waits.',
  },
  meanWaiting: { label: 'Waiting, on average', unit: '', note: 'How many stand in line.' },
  mostWaiting: { label: 'Longest line', unit: '', note: 'The most that waited at one time.' },
  meanInUse: { label: 'Connections in use, on average', unit: '', note: 'Those being opened are among them.' },
  meanRunning: { label: 'Queries running, on average', unit: '', note: 'At once on the server.' },
  opened: { label: 'Opened', unit: '', note: 'Connections that were opened.' },
  refused: { label: 'Refused', unit: '', note: 'Attempts to connect beyond what the server accepts.' },
  maxIdleClosed: { label: 'Closed: too many idle', unit: '', note: 'Go: MaxIdleClosed.' },
  maxIdleTimeClosed: { label: 'Closed: idle too long', unit: '', note: 'Go: MaxIdleTimeClosed.' },
  maxLifetimeClosed: { label: 'Closed: too old', unit: '', note: 'Go: MaxLifetimeClosed.' },
};

export const poolMetricCards: readonly MetricCard[] = Object.entries(metrics).map(([name, words]) => ({
  name,
  ...words,
}));

export const poolSeriesNames = [
  'inUse',
  'idle',
  'waiting',
  'arrivals',
  'completed',
  'lost',
  'meanWaitMs',
  'meanResponseMs',
] as const;

export type PoolSeriesName = (typeof poolSeriesNames)[number];

const series: Readonly<Record<PoolSeriesName, Omit<SeriesCard, 'name'>>> = {
  inUse: { label: 'in use', unit: '', graph: 'Connections and the line', tone: 'scanned' },
  idle: { label: 'idle', unit: '', graph: 'Connections and the line', tone: 'fresh' },
  waiting: { label: 'waiting', unit: '', graph: 'Connections and the line', tone: 'stale' },
  arrivals: { label: 'arrive', unit: 'a second', graph: 'Requests', tone: 'plain' },
  completed: { label: 'completed', unit: 'a second', graph: 'Requests', tone: 'fresh' },
  lost: { label: 'failed or gave up', unit: 'a second', graph: 'Requests', tone: 'miss' },
  meanWaitMs: { label: 'mean wait', unit: 'ms', graph: 'Time', tone: 'stale' },
  meanResponseMs: { label: 'mean response', unit: 'ms', graph: 'Time', tone: 'scanned' },
};

export const poolSeriesCards: readonly SeriesCard[] = poolSeriesNames.map((name) => ({ name, ...series[name] }));

const events: Readonly<Record<PoolEventKind, Omit<EventCard, 'kind'>>> = {
  acquires: { label: 'Arrives and takes an idle connection', isMark: false },
  connects: { label: 'Arrives and opens a connection', isMark: false },
  waits: { label: 'Arrives and waits', isMark: false },
  'finds-bad': { label: 'Arrives and finds a bad connection', isMark: false },
  opened: { label: 'A connection is open', isMark: false },
  releases: { label: 'Gives its connection back', isMark: false },
  'hands-over': { label: 'Hands its connection to who waits', isMark: false },
  'closes-surplus': { label: 'Its connection is closed: no room', isMark: false },
  'closes-expired': { label: 'Its connection is closed: too old', isMark: false },
  leaks: { label: 'Leaks its connection', isMark: true },
  'times-out': { label: 'Gives up', isMark: true },
  refused: { label: 'The server refuses a connection', isMark: true },
  unreachable: { label: 'Cannot connect', isMark: false },
  'cleaner-looks': { label: 'The cleaner finds nothing', isMark: false },
  'cleaner-closes': { label: 'The cleaner closes connections', isMark: true },
  'database-dies': { label: 'The database dies', isMark: true },
  'database-returns': { label: 'The database returns', isMark: true },
};

export const poolEventCards: readonly EventCard[] = Object.entries(events).map(([kind, words]) => ({ kind, ...words }));
