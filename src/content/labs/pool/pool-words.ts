import type { PoolEvent } from '#core/pool/pool-events.ts';
import { poolOf, type PoolState } from '#core/pool/pool-state.ts';
import { nsPerMs } from '#core/shared/simulation/model.ts';

/** An event in one sentence, with its own numbers, from the state after it. */
export function poolWords({ kind }: PoolEvent, state: PoolState): string {
  const { last, pools } = state;
  const pool = poolOf(state, last.application);
  const request = `Request ${numeral(last.request)}${pools.length > 1 ? ` (application ${last.application + 1})` : ''}`;
  const connection = `connection ${numeral(last.connection)}`;
  const done = `${request} is done after ${inMs(last.responseNs)}`;
  switch (kind) {
    case 'acquires':
      return `${request} takes the idle ${connection}.`;
    case 'finds-bad':
      return `${request} finds ${last.closed === 1 ? 'a connection' : `${last.closed} connections`} that can no longer be used, closed now, and tries again.`;
    case 'connects':
      return state.requests.items.some((active) => active?.id === last.request && active.place === 'opening')
        ? `${request} finds none idle and opens a connection.`
        : `${request} finds none idle and opens a connection at once.`;
    case 'waits':
      return `${request} waits: ${pool.open === 1 ? 'the one connection is' : `all ${numeral(pool.open)} connections are`} in use. ${inLine(pool.line.count)}`;
    case 'opened':
      return openedWords(state);
    case 'refused':
      return `The server refuses a connection: it accepts no more.${failure(last.request, last.next)}`;
    case 'unreachable':
      return `Nobody answers: the database was down.${failure(last.request, last.next)}`;
    case 'releases':
      return `${done}; ${connection} lies idle.`;
    case 'hands-over':
      return `${done}; ${connection} goes to request ${numeral(last.next)}, which waited ${inMs(last.waitedNs)}.`;
    case 'closes-surplus':
      return `${done}; ${connection} is closed, as there is no room for it.`;
    case 'closes-expired':
      return `${done}; ${connection} is closed, as it is too old.`;
    case 'leaks':
      return `${request} is done after ${inMs(last.responseNs)} and never gives ${connection} back.`;
    case 'times-out':
      return `${request} gives up after ${inMs(last.responseNs)} without a connection.`;
    case 'cleaner-looks':
      return 'The cleaner looks at the idle connections and keeps them all.';
    case 'cleaner-closes':
      return `The cleaner closes ${last.closed === 1 ? 'a connection' : `${numeral(last.closed)} connections`} that lay idle, or lived, for too long.`;
    case 'database-dies':
      return `The database dies: ${last.failed === 1 ? 'one query fails' : `${numeral(last.failed)} requests fail`}, and all connections are lost.`;
    case 'database-returns':
      return 'The database is back. Connections from before are noticed when they are used next.';
  }
}

function openedWords({ last }: PoolState): string {
  const connection = `Connection ${numeral(last.connection)} is open`;
  if (last.request > 0) return `${connection}, and request ${numeral(last.request)} goes on.`;
  if (last.next > 0) return `${connection}, for request ${numeral(last.next)}, which waited ${inMs(last.waitedNs)}.`;
  return last.closed > 0
    ? `${connection}, and is closed, as nobody waits.`
    : `${connection} and idle, as nobody waits.`;
}

/** Who is told: the request that opened it itself, or one of those that waited. */
function failure(own: number, waiter: number): string {
  const failed = own > 0 ? own : waiter;
  return failed > 0 ? ` Request ${numeral(failed)} fails.` : '';
}

function inLine(count: number): string {
  return count === 1 ? 'Nobody else waits.' : `${numeral(count)} are in line.`;
}

/** Three digits are enough to read: "812 ms", "8.12 ms", "12.3 s". */
export function inMs(ns: number): string {
  const ms = ns / nsPerMs;
  const [value, unit] = ms >= 10_000 ? [ms / 1000, 's'] : [ms, 'ms'];
  return `${value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 4 : 3 })} ${unit}`;
}

function numeral(value: number): string {
  return value.toLocaleString('en');
}
