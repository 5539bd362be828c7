import type { DistributionName } from '#core/shared/distributions.ts';

/** Who gets a connection that comes free; Go's `database/sql` draws a waiter at random (since Go 1.23). */
export type WaiterChoice = 'random' | 'first' | 'last';

/** A pool as Go's `database/sql` keeps it, the requests that use it, and the server behind it. */
export interface PoolParams {
  /** Open connections at most, in each application; 0 is unlimited, as in Go. */
  readonly maxOpen: number;
  /** Idle connections kept at most; 0 keeps none. Go's default is 2. It is cut to `maxOpen`. */
  readonly maxIdle: number;
  /** A connection older than this is not used again; 0 is never. */
  readonly maxLifetimeMs: number;
  /** A connection that lay idle for longer is closed; 0 is never. */
  readonly maxIdleTimeMs: number;
  /** Of all applications together; arrivals are Poisson. */
  readonly arrivalsPerS: number;
  /** The time a request works on its connection where the server has nothing else to do. */
  readonly holdMs: { readonly mean: number; readonly distribution: DistributionName };
  /** What opening a connection takes. */
  readonly connectMs: number;
  readonly waiters: WaiterChoice;
  /** How long a request waits for a connection before it gives up; 0 is for ever. */
  readonly timeoutMs: number;
  /** The share of requests that never give their connection back. */
  readonly leakFraction: number;
  /** The share of requests that run a slow query, and how long that holds its connection. */
  readonly slowFraction: number;
  readonly slowMs: number;
  /** When the database dies, and for how long; 0 s long is never. */
  readonly outageAtS: number;
  readonly outageForS: number;
  /** How many applications share the server, each with a pool of its own. */
  readonly applications: number;
  /** Server connections of a pooler between applications and server (transaction pooling); 0 is no pooler. */
  readonly poolerSize: number;
  /** Connections that the server accepts, the others are refused (53300); 0 is no limit. */
  readonly maxConnections: number;
  /** Queries that the server runs at full speed at once; 0 is any number. */
  readonly cores: number;
  /** Percent of its speed that each further query beyond the cores costs all of them. */
  readonly overheadPercent: number;
  readonly forS: number;
}
