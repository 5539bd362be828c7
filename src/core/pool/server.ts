import { copyQueue, emptyQueue, type EventQueue, peekEvent, schedule, takeEvent } from '#core/shared/event-queue.ts';
import type { PoolParams } from './pool-params.ts';
import { copyLine, emptyLine, type WaitingLine } from './waiting-line.ts';

/**
 * The database server: all queries that run share it equally (processor sharing; Kleinrock, Queueing Systems II, section
 * 4.4). With n of them on c cores each runs at the speed min(1, c/n) ÷ (1 + overhead × max(0, n − c)): the queries beyond
 * the cores cost all of them something, as in the Universal Scalability Law (Gunther, Guerrilla Capacity Planning, 2007),
 * of which this is a simplification: one figure stands for contention and coherence together, and up to c nothing is lost.
 * Left out: disks, locks, memory, and that queries differ in what they need.
 *
 * It is computed exactly, in a time of the server's own that passes as fast as each query advances: there, a query ends
 * when it began plus its work, whoever comes or goes in between. While the speed is 1 all these times are whole.
 */
export interface Server {
  /** The server's own time, in ns of work. */
  workNs: number;
  /** Queries by the server's own time at which they end. */
  running: EventQueue<RunningQuery>;
  /** Queries that wait at the pooler for one of its connections to the server. */
  readonly atPooler: WaitingLine;
  /** Connections that count against `maxConnections`, attempts that will succeed among them. */
  connections: number;
}

export interface RunningQuery {
  readonly kind: 'query';
  /** By the server's own time. */
  readonly atNs: number;
  /** The request's slot. */
  readonly slot: number;
}

export function idleServer(): Server {
  return { workNs: 0, running: emptyQueue(), atPooler: emptyLine(), connections: 0 };
}

export function copyServer(server: Server): Server {
  return { ...server, running: copyQueue(server.running), atPooler: copyLine(server.atPooler) };
}

export function runningQueries({ running }: Server): number {
  return running.events.length;
}

/** How fast each of so many queries runs. */
export function serverSpeed({ cores, overheadPercent }: PoolParams, queries: number): number {
  if (cores === 0 || queries <= cores) return 1;
  return cores / queries / (1 + (overheadPercent / 100) * (queries - cores));
}

export function passTime(server: Server, params: PoolParams, durationNs: number): void {
  server.workNs += durationNs * serverSpeed(params, runningQueries(server));
}

export function startQuery(server: Server, slot: number, workNs: number): void {
  schedule(server.running, { kind: 'query', atNs: server.workNs + workNs, slot });
}

/** How long it takes from now until the next query ends, in whole ns; Infinity when none runs. */
export function untilQueryEnds(server: Server, params: PoolParams): number {
  const next = peekEvent(server.running);
  if (next === null) return Infinity;
  return Math.max(0, Math.ceil((next.atNs - server.workNs) / serverSpeed(params, runningQueries(server))));
}

/** Takes out the query that ends next; null when none runs. */
export function endQuery(server: Server): number | null {
  return takeEvent(server.running)?.slot ?? null;
}

/** Ends all queries, in the order in which they would have ended. */
export function stopServer(server: Server): number[] {
  const slots: number[] = [];
  for (let slot = endQuery(server); slot !== null; slot = endQuery(server)) slots.push(slot);
  return slots;
}
