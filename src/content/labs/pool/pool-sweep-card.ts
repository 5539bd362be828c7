import type { SweepCard } from '#content/labs/lab-card.ts';

/** A point of the curve is a run cut to so many events: all of them take a few seconds together. */
export const eventsOfPoint = 120_000;
/** A request is two events at least: it arrives, and its query ends. */
const mostRequests = (eventsOfPoint / 2).toLocaleString('en');

export const poolSweeps: readonly SweepCard[] = [
  {
    id: 'pool-size',
    title: 'By the size of the pool',
    path: 'maxOpen',
    note: `Each point is a run of about ${mostRequests} requests at most, from the smallest pool that can carry the load. Where an outage is set, it is as long as that takes to be met.`,
    graphs: [
      {
        title: 'Wait for a connection',
        metrics: [
          { name: 'meanWaitMs', tone: 'stale' },
          { name: 'p99WaitMs', tone: 'miss' },
        ],
        scale: 'log',
      },
      { title: 'Response', metrics: [{ name: 'meanResponseMs', tone: 'scanned' }], scale: 'log' },
      { title: 'Throughput', metrics: [{ name: 'throughputPerS', tone: 'fresh' }], scale: 'linear' },
      { title: 'Failed or gave up', metrics: [{ name: 'lostFraction', tone: 'miss' }], scale: 'linear' },
    ],
    knee: 'meanResponseMs',
  },
];
