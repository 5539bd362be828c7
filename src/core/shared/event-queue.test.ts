import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyQueue, emptyQueue, peekEvent, schedule, takeEvent, type EventQueue } from './event-queue.ts';

interface Numbered {
  readonly kind: 'numbered';
  readonly atNs: number;
  readonly number: number;
}

/** What a queue is to do, told by a list that is sorted anew each time; sorting keeps equals in their order. */
class SortedList {
  #events: readonly Numbered[] = [];

  schedule(event: Numbered): void {
    this.#events = [...this.#events, event].toSorted((left, right) => left.atNs - right.atNs);
  }

  take(): Numbered | null {
    const [first = null, ...rest] = this.#events;
    this.#events = rest;
    return first;
  }

  get first(): Numbered | null {
    return this.#events[0] ?? null;
  }
}

// Few times, so that many events share one; 'take' as often as 'schedule', so that the queue also runs empty.
const times = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 ** 52 }), fc.constant(Infinity));
const operations = fc.array(fc.oneof(times, fc.constant('take' as const)), { maxLength: 200 });

function drained(queue: EventQueue<Numbered>): readonly (readonly [number, number])[] {
  const taken: (readonly [number, number])[] = [];
  for (let event = takeEvent(queue); event !== null; event = takeEvent(queue)) taken.push([event.atNs, event.number]);
  return taken;
}

function filled(atNs: readonly number[]): EventQueue<Numbered> {
  const queue = emptyQueue<Numbered>();
  for (const [number, at] of atNs.entries()) schedule(queue, { kind: 'numbered', atNs: at, number });
  return queue;
}

describe('an event queue', () => {
  it('gives what a sorted list gives, events of one time in the order in which they were scheduled', () => {
    fc.assert(
      fc.property(operations, (steps) => {
        const queue = emptyQueue<Numbered>();
        const list = new SortedList();
        for (const [number, step] of steps.entries()) {
          const event: Numbered | null = step === 'take' ? null : { kind: 'numbered', atNs: step, number };
          if (event !== null) {
            schedule(queue, event);
            list.schedule(event);
          }
          expect(event === null ? takeEvent(queue) : null).toBe(event === null ? list.take() : null);
          expect(peekEvent(queue)).toBe(list.first);
          expect(queue.events).toHaveLength(queue.times.length);
          expect(queue.orders).toHaveLength(queue.times.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives thousands of events of one time in the order in which they were scheduled', () => {
    const numbers = drained(filled(Array.from({ length: 5000 }, () => 7))).map(([, number]) => number);
    expect(numbers).toEqual(Array.from({ length: 5000 }, (_, number) => number));
  });

  it('has nothing to give when it is empty', () => {
    const queue = filled([3]);
    takeEvent(queue);
    expect([peekEvent(queue), takeEvent(queue)]).toEqual([null, null]);
  });

  it('refuses an event at no time, and stays as it was', () => {
    const queue = filled([1, 2]);
    expect(() => schedule(queue, { kind: 'numbered', atNs: NaN, number: 2 })).toThrow(RangeError);
    expect(drained(queue)).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('goes on alike from a copy, a structured clone and its JSON, each on its own', () => {
    const finite = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 });
    fc.assert(
      fc.property(finite, finite, (before, after) => {
        const queue = filled(before);
        takeEvent(queue);
        const copies: EventQueue<Numbered>[] = [
          copyQueue(queue),
          structuredClone(queue),
          JSON.parse(JSON.stringify(queue)) as EventQueue<Numbered>,
        ];
        for (const [number, at] of after.entries()) schedule(queue, { kind: 'numbered', atNs: at, number });
        const expected = drained(queue);
        for (const copy of copies) {
          for (const [number, at] of after.entries()) schedule(copy, { kind: 'numbered', atNs: at, number });
          expect(drained(copy)).toEqual(expected);
        }
      }),
    );
  });
});
