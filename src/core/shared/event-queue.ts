import type { SimulationEvent } from './simulation/model.ts';

/**
 * The events that are to come, the earliest first, and of one time the one that was scheduled first. A binary heap
 * (Williams, Algorithm 232, 1964) that lets the hole at the root sink to a leaf before it is filled (Wegener,
 * Bottom-up heapsort, 1993): what fills it came from a leaf and mostly belongs there.
 *
 * It is plain data, so that it can be part of a simulation's state; `times` and `orders` are kept beside the events
 * so that comparisons touch numbers only. An event cannot be called off: the model passes over what no longer counts.
 */
export interface EventQueue<Event extends SimulationEvent> {
  readonly times: number[];
  readonly orders: number[];
  readonly events: Event[];
  nextOrder: number;
}

export function emptyQueue<Event extends SimulationEvent>(): EventQueue<Event> {
  return { times: [], orders: [], events: [], nextOrder: 0 };
}

/** Adds an event, in O(log n). Its time must not be NaN. */
export function schedule<Event extends SimulationEvent>(queue: EventQueue<Event>, event: Event): void {
  const { atNs } = event;
  if (Number.isNaN(atNs)) throw new RangeError(`an event (${event.kind}) at no time`);
  const order = queue.nextOrder;
  queue.nextOrder = order + 1;
  rise(queue, queue.times.length, atNs, order, event);
}

/** The next event, which stays in the queue; null when there is none. */
export function peekEvent<Event extends SimulationEvent>({ events }: EventQueue<Event>): Event | null {
  return events.length === 0 ? null : (events[0] ?? null);
}

/** Takes the next event out, in O(log n); null when there is none. */
export function takeEvent<Event extends SimulationEvent>(queue: EventQueue<Event>): Event | null {
  const { times, orders, events } = queue;
  const first = peekEvent(queue);
  const time = times.pop();
  const order = orders.pop();
  const event = events.pop();
  const length = times.length;
  if (time === undefined || order === undefined || event === undefined || length === 0) return first;
  let hole = 0;
  for (let child = 1; child < length; child = 2 * hole + 1) {
    const right = child + 1;
    if (right < length && isBefore(queue, right, child)) child = right;
    move(queue, child, hole);
    hole = child;
  }
  rise(queue, hole, time, order, event);
  return first;
}

/** An independent queue with the same events. */
export function copyQueue<Event extends SimulationEvent>(queue: EventQueue<Event>): EventQueue<Event> {
  return {
    times: queue.times.slice(),
    orders: queue.orders.slice(),
    events: queue.events.slice(),
    nextOrder: queue.nextOrder,
  };
}

/** Puts an event into the hole at a place, or above it where it belongs. */
function rise<Event extends SimulationEvent>(
  queue: EventQueue<Event>,
  from: number,
  time: number,
  order: number,
  event: Event,
): void {
  let hole = from;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const parentTime = queue.times[parent] ?? 0;
    if (parentTime < time || (parentTime === time && (queue.orders[parent] ?? 0) < order)) break;
    move(queue, parent, hole);
    hole = parent;
  }
  queue.times[hole] = time;
  queue.orders[hole] = order;
  queue.events[hole] = event;
}

function isBefore({ times, orders }: EventQueue<SimulationEvent>, left: number, right: number): boolean {
  const leftTime = times[left] ?? 0;
  const rightTime = times[right] ?? 0;
  return leftTime === rightTime ? (orders[left] ?? 0) < (orders[right] ?? 0) : leftTime < rightTime;
}

function move<Event extends SimulationEvent>({ times, orders, events }: EventQueue<Event>, from: number, to: number) {
  const event = events[from];
  if (event === undefined) return;
  times[to] = times[from] ?? 0;
  orders[to] = orders[from] ?? 0;
  events[to] = event;
}
