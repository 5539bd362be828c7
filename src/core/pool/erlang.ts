import { log } from '#core/shared/math.ts';

/**
 * Erlang's formulas for requests that arrive by chance (Poisson) at c places, with exponential service times S and an
 * offered load a = arrival rate × S, in a system that has run for long (Erlang 1917; Kleinrock, Queueing Systems I,
 * sections 3.5 and 3.6). The pool behaves so where nothing limits the server, opening costs nothing and nobody gives up.
 */

/** The share of requests that find all c places taken, where who finds them taken goes away. In O(c). */
export function erlangB(places: number, load: number): number {
  let blocked = 1;
  for (let count = 1; count <= places; count++) blocked = (load * blocked) / (count + load * blocked);
  return blocked;
}

/** The share of requests that wait, where all wait; 1 where the load is not below the capacity. */
export function erlangC(places: number, load: number): number {
  if (load >= places) return 1;
  const blocked = erlangB(places, load);
  const utilization = load / places;
  return blocked / (1 - utilization + utilization * blocked);
}

/** The mean wait of all requests, in the unit of the service time; Infinity where the load is not below the capacity. */
export function erlangWait(places: number, load: number, service: number): number {
  return load >= places ? Infinity : (erlangC(places, load) * service) / (places - load);
}

/**
 * The wait that a share of all requests does not exceed, where who came first is served first: from
 * P(wait > t) = C · e^(−(c − a) t / S).
 */
export function erlangWaitQuantile(places: number, load: number, service: number, share: number): number {
  if (load >= places) return Infinity;
  const waits = erlangC(places, load);
  return waits <= 1 - share ? 0 : (log(waits / (1 - share)) * service) / (places - load);
}
