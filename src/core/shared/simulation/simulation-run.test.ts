import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostBytes, nearParts, usualKeyframes } from './keyframes.ts';
import type { Model, SimulationEvent } from './model.ts';
import { SimulationRun } from './simulation-run.ts';
import { queueModel, quietQueue, type QueueEvent, type QueueParams, type QueueState } from './test-queue.ts';

type QueueRun = SimulationRun<QueueState, QueueEvent>;

const seeds = fc.nat();
/** Short enough to be stepped through again and again. */
const params: QueueParams = { ...quietQueue, forS: 5 };
/** So few that a thousand events let most of them go. */
const mostKeyframes = 4;

function wholeRun(seed: number, model = queueModel(params, seed)): QueueRun {
  const run = new SimulationRun(model, { mostKeyframes });
  run.advance(1e6);
  return run;
}

/** The moments one after another, as the model alone gives them. */
function momentsOf(model: Model<QueueState, QueueEvent>, state = model.start()): readonly QueueState[] {
  const moments = [model.copy(state)];
  let now = state;
  for (let event = model.peek(now); event !== null && event.atNs <= model.endNs; event = model.peek(now)) {
    now = model.step(now, event);
    moments.push(model.copy(now));
  }
  return moments;
}

/** A tick every nanosecond, some of them chimes. */
function clockModel(chimes: ReadonlySet<number>): Model<{ atNs: number }, SimulationEvent> {
  return {
    endNs: 1e18,
    start: () => ({ atNs: 0 }),
    peek: ({ atNs }) => ({ kind: chimes.has(atNs + 1) ? 'chime' : 'tick', atNs: atNs + 1 }),
    step(state, { atNs }) {
      state.atNs = atNs;
      return state;
    },
    copy: (state) => ({ ...state }),
    overload: () => null,
  };
}

function eventsOf(run: QueueRun): readonly (QueueEvent | null)[] {
  return Array.from({ length: run.length + 1 }, (_, index) => run.eventAt(index));
}

const placesInRun = fc.double({ min: 0, max: 1, noNaN: true });

describe('a run', () => {
  it('has as its moments what stepping from the start gives, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(seeds, fc.array(placesInRun, { minLength: 1, maxLength: 12 }), (seed, places) => {
        const run = wholeRun(seed);
        const moments = momentsOf(queueModel(params, seed));
        expect(run.length).toBe(moments.length - 1);
        for (const place of places) {
          const index = Math.floor(place * run.length);
          expect(run.at(index)).toEqual(moments[index]);
          expect(run.timeAt(index)).toBe(moments[index]?.nowNs);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same ten moments back and ten forward', () => {
    fc.assert(
      fc.property(seeds, placesInRun, (seed, place) => {
        const run = wholeRun(seed);
        const index = Math.floor(10 + place * (run.length - 10));
        const before = { state: run.at(index), event: run.eventAt(index) };
        for (let back = 1; back <= 10; back += 1) run.at(index - back);
        for (let forward = 9; forward >= 0; forward -= 1) run.at(index - forward);
        expect({ state: run.at(index), event: run.eventAt(index) }).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('ends at the same moment however it is divided into pieces', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }), (seed, pieces) => {
        const whole = wholeRun(seed);
        const run = new SimulationRun(queueModel(params, seed), { mostKeyframes });
        for (let turn = 0; run.status.kind === 'computing'; turn += 1) run.advance(pieces[turn % pieces.length] ?? 1);
        expect(run.length).toBe(whole.length);
        expect(run.counts).toEqual(whole.counts);
        expect(run.at(run.length)).toEqual(whole.at(whole.length));
      }),
      { numRuns: 20 },
    );
  });

  it('answers for what there is while it is still computed', () => {
    fc.assert(
      fc.property(seeds, fc.array(placesInRun, { minLength: 5, maxLength: 20 }), (seed, places) => {
        const moments = momentsOf(queueModel(params, seed));
        const run = new SimulationRun(queueModel(params, seed), { mostKeyframes });
        for (const place of places) {
          run.advance(90);
          const index = Math.floor(place * run.length);
          expect(run.at(index)).toEqual(moments[index]);
          expect(run.at(run.length)).toEqual(moments[run.length]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is complete at its end and knows how often what happened', () => {
    const run = wholeRun(1, queueModel({ ...params, room: 1 }, 1));
    expect(run.status).toEqual({ kind: 'complete' });
    expect(run.reachedNs).toBe(5e9);
    const { served, turnedAway, busyUntilNs, waitingSinceNs } = run.at(run.length);
    expect(run.counts).toEqual({
      arrive: served + busyUntilNs.length + waitingSinceNs.length,
      leave: served,
      'turn-away': turnedAway,
    });
  });

  it('is cut off, with what there is so far, where its model says so', () => {
    const run = wholeRun(1, queueModel({ ...params, servers: 1, serviceMs: 100, room: 1e9, overloadAt: 40 }, 1));
    expect(run.status).toEqual({ kind: 'cut-off', reason: '40 customers are waiting.' });
    expect(run.at(run.length).waitingSinceNs).toHaveLength(40);
    expect(run.reachedNs).toBe(run.timeAt(run.length));
  });

  it('is cut off at ten million events', () => {
    const run = new SimulationRun(clockModel(new Set()));
    run.advance(1e9);
    expect(run.status).toEqual({
      kind: 'cut-off',
      reason: 'It came to 10,000,000 events, the most that one run computes.',
    });
    expect(run.at(7_654_321)).toEqual({ atNs: 7_654_321 });
    expect(run.find(['tick'], 9_999_999, 'forwards')).toBe(10_000_000);
  });

  it('has one moment and is complete where nothing happens', () => {
    const model = queueModel({ ...params, betweenMs: 1e9 }, 3);
    const run = wholeRun(3, { ...model, peek: () => null });
    expect({ status: run.status, length: run.length, counts: run.counts }).toEqual({
      status: { kind: 'complete' },
      length: 0,
      counts: {},
    });
    expect(run.find(['arrive'], 0, 'forwards')).toBeNull();
    expect(run.find(['arrive'], 0, 'backwards')).toBeNull();
    expect(run.indexAt(1e9)).toBe(0);
  });

  it.each([
    [-5, 0],
    [1e9, Number.POSITIVE_INFINITY],
    [2.7, 2],
  ])('takes moment %d to its nearest', (asked, nearest) => {
    const run = wholeRun(4);
    expect(run.at(asked)).toEqual(run.at(Math.min(nearest, run.length)));
  });

  it('is not changed by what is done to the states that it gave', () => {
    fc.assert(
      fc.property(seeds, placesInRun, (seed, place) => {
        const run = wholeRun(seed);
        const index = Math.floor(place * run.length);
        const given = run.at(index);
        const asGiven = structuredClone(given);
        given.served = -1;
        given.busyUntilNs.push(Number.NaN);
        given.waitingSinceNs.length = 0;
        given.chance.fill(0);
        expect(run.at(index)).toEqual(asGiven);
        expect(run.at(run.length)).toEqual(wholeRun(seed).at(run.length));
      }),
      { numRuns: 20 },
    );
  });
});

describe('looking for a moment', () => {
  it('by its time finds the last one at or before it', () => {
    fc.assert(
      fc.property(seeds, placesInRun, (seed, place) => {
        const run = wholeRun(seed);
        const events = eventsOf(run);
        const linear = (atNs: number): number => events.findLastIndex((event) => (event?.atNs ?? 0) <= atNs);
        const atNs = Math.floor(place * 6e9);
        expect(run.indexAt(atNs)).toBe(linear(atNs));
        const exact = run.timeAt(Math.floor(place * run.length));
        expect(run.indexAt(exact)).toBe(linear(exact));
      }),
      { numRuns: 20 },
    );
  });

  it('by its kind finds what a linear search finds', () => {
    const kinds = fc.subarray(['arrive', 'leave', 'turn-away', 'never']);
    // Turning away is rare enough here that whole intervals are without it.
    const rare = { ...params, room: 9, forS: 20 };
    fc.assert(
      fc.property(seeds, fc.array(fc.tuple(kinds, placesInRun), { minLength: 1, maxLength: 6 }), (seed, questions) => {
        const run = wholeRun(seed, queueModel(rare, seed));
        const events = eventsOf(run);
        for (const [wanted, place] of questions) {
          const index = Math.floor(place * run.length);
          const isWanted = (at: number): boolean => wanted.includes(events[at]?.kind ?? '');
          const later = events.findIndex((_, at) => at > index && isWanted(at));
          const earlier = events.findLastIndex((_, at) => at < index && isWanted(at));
          expect(run.find(wanted, index, 'forwards')).toBe(later === -1 ? null : later);
          expect(run.find(wanted, index, 'backwards')).toBe(earlier === -1 ? null : earlier);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('looking for what happens hardly ever', () => {
  it('finds it though most intervals are skipped', () => {
    const moments = fc.integer({ min: 1, max: 3_000 });
    fc.assert(
      fc.property(fc.uniqueArray(moments, { maxLength: 4 }), fc.array(moments), (chimes, asked) => {
        const run = new SimulationRun(clockModel(new Set(chimes)), { mostKeyframes: 8 });
        run.advance(3_000);
        const inOrder = chimes.toSorted((a, b) => a - b);
        for (const index of asked) {
          expect(run.find(['chime'], index, 'forwards')).toBe(inOrder.find((at) => at > index) ?? null);
          expect(run.find(['chime'], index, 'backwards')).toBe(inOrder.findLast((at) => at < index) ?? null);
        }
        expect(run.find(['chime'], run.length + 5, 'backwards')).toBe(inOrder.at(-1) ?? null);
      }),
    );
  });
});

describe('a fork', () => {
  it('with the same parameters has the same future', () => {
    fc.assert(
      fc.property(seeds, placesInRun, (seed, place) => {
        const run = wholeRun(seed);
        const index = Math.floor(place * run.length);
        const fork = new SimulationRun(queueModel(params, seed), {
          origin: { state: run.at(index), atNs: run.timeAt(index) },
        });
        fork.advance(1e6);
        expect(fork.timeAt(0)).toBe(run.timeAt(index));
        expect(fork.length).toBe(run.length - index);
        expect(eventsOf(fork).slice(1)).toEqual(eventsOf(run).slice(index + 1));
        expect(fork.at(fork.length)).toEqual(run.at(run.length));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves the run as it is, and the state that it was given', () => {
    const run = wholeRun(5);
    const state = run.at(300);
    const before = structuredClone(state);
    const end = run.at(run.length);
    const other = new SimulationRun(queueModel({ ...params, servers: 9 }, 5), {
      origin: { state, atNs: run.timeAt(300) },
    });
    other.advance(1e6);
    expect(other.at(other.length)).not.toEqual(end);
    expect(state).toEqual(before);
    expect(run.at(run.length)).toEqual(end);
  });
});

describe('the keyframes of a run', () => {
  it('stay few however long it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120_000 }), (events) => {
        let copies = 0;
        const model = queueModel({ ...params, forS: 1e6 }, 1);
        const counted: typeof model = {
          ...model,
          copy: (state) => {
            copies += 1;
            return model.copy(state);
          },
        };
        const run = new SimulationRun(counted);
        run.advance(events);
        expect(run.use.copies).toBeLessThanOrEqual(usualKeyframes);
        run.at(Math.floor(events / 2));
        expect(run.use.copies).toBeLessThanOrEqual(usualKeyframes + nearParts);
        // Every doubling copies half as many again as are kept.
        expect(copies).toBeLessThan(usualKeyframes * (1 + Math.log2(1 + events / 64)));
      }),
      { numRuns: 10 },
    );
  });

  it('are fewer where a state is large, and give the same moments', () => {
    fc.assert(
      fc.property(seeds, fc.array(placesInRun, { minLength: 1, maxLength: 5 }), (seed, places) => {
        const busy = { ...params, servers: 1, serviceMs: 100, room: 1e9, forS: 50, overloadAt: 1e9 };
        const model = queueModel(busy, seed);
        // As if each customer in line took a megabyte: some of the states alone would be too much.
        const heavy: typeof model = { ...model, sizeBytes: ({ waitingSinceNs }) => waitingSinceNs.length * 2 ** 20 };
        const run = new SimulationRun(heavy);
        const largestBytes = 2 ** 20 * 6_000;
        while (run.advance(500).kind === 'computing') {
          expect(run.use.bytes).toBeLessThan(mostBytes + 8 * largestBytes);
        }
        expect(run.use.copies).toBeLessThanOrEqual(16);
        const light = new SimulationRun(model);
        light.advance(1e6);
        for (const place of places) {
          const index = Math.floor(place * run.length);
          expect(run.at(index)).toEqual(light.at(index));
          expect(run.use.copies).toBeLessThanOrEqual(16 + 1);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('keep their bytes where a state is not that large', () => {
    const model = queueModel({ ...params, forS: 1e6 }, 1);
    const run = new SimulationRun({ ...model, sizeBytes: () => 2 ** 20 });
    while (run.length < 100_000) {
      run.advance(1_000);
      expect(run.use.bytes).toBeLessThanOrEqual(mostBytes);
    }
    run.at(77_777);
    expect(run.use.bytes).toBeLessThanOrEqual(mostBytes * 1.25);
  });

  it('bound how many events are computed again for an answer', () => {
    let steps = 0;
    const model = queueModel({ ...params, forS: 1e6 }, 1);
    const counted: typeof model = {
      ...model,
      step: (state, event) => {
        steps += 1;
        return model.step(state, event);
      },
    };
    const run = new SimulationRun(counted);
    run.advance(200_000);
    fc.assert(
      fc.property(placesInRun, (place) => {
        const index = Math.floor(place * run.length);
        steps = 0;
        run.at(index);
        expect(steps).toBeLessThanOrEqual(200_000 / (usualKeyframes / 2));
        steps = 0;
        for (let back = 1; back <= 10; back += 1) run.at(index - back);
        // The interval is entered once more at most, and then divided.
        expect(steps).toBeLessThanOrEqual(200_000 / (usualKeyframes / 2) + 10 * 64);
      }),
    );
  });
});
