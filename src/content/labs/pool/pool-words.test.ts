import { describe, expect, it } from 'vitest';
import { type PoolEventKind, poolEventKinds } from '#core/pool/pool-events.ts';
import { plainPool } from '#core/pool/pool-fixtures.ts';
import { poolModelOf } from '#core/pool/pool-model.ts';
import type { PoolParams } from '#core/pool/pool-params.ts';
import { poolRules } from '#core/pool/pool-rules.ts';
import { type GivenRequest, givenWorkload } from '#core/pool/workload.ts';
import { inMs, poolWords } from './pool-words.ts';

/** What is said of given requests, by the kind of the event. */
function told(params: Partial<PoolParams>, requests: readonly GivenRequest[]): readonly [PoolEventKind, string][] {
  const model = poolModelOf(poolRules({ ...plainPool, ...params }), givenWorkload(requests), 1);
  const state = model.start();
  const words: [PoolEventKind, string][] = [];
  for (let event = model.peek(state); event !== null; event = model.peek(state)) {
    model.step(state, event);
    words.push([event.kind, poolWords(event, state)]);
  }
  return words;
}

const at = (...times: readonly number[]) => times.map((atMs) => ({ atMs, holdMs: 100 }));

const stories: readonly (readonly [PoolEventKind, string])[] = [
  ...told({ maxOpen: 1, maxIdle: 1 }, at(0, 10, 20, 400)),
  ...told({ maxOpen: 1, maxIdle: 0, connectMs: 5, timeoutMs: 50 }, at(0, 10)),
  ...told({ maxLifetimeMs: 150, maxIdleTimeMs: 1500, connectMs: 5 }, [...at(0, 200), { atMs: 3000, holdMs: 200 }]),
  ...told({ maxConnections: 1, maxOpen: 2 }, at(0, 1)),
  ...told({ outageAtS: 0.05, outageForS: 0.05 }, [...at(0, 0, 60, 150), { atMs: 300, holdMs: 1, isLeak: true }]),
  ...told({ maxOpen: 1, maxLifetimeMs: 50, connectMs: 10 }, at(0, 20)),
];

describe('the words of an event', () => {
  it('are there for every kind', () => {
    const kinds = new Set(stories.map(([kind]) => kind));
    expect(poolEventKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('are one or two whole sentences, with no figure missing', () => {
    for (const [, words] of stories) {
      expect(words).toMatch(/^[A-Z].*\.$/);
      expect(words).not.toMatch(/NaN|undefined|null|[Rr]equest 0\b|[Cc]onnection 0\b|Infinity| {2}/);
    }
  });

  it('tell what happened to whom', () => {
    expect(told({ maxOpen: 1, maxIdle: 1 }, at(0, 10, 20)).map(([, words]) => words)).toEqual([
      'Request 1 finds none idle and opens a connection at once.',
      'Request 2 waits: the one connection is in use. Nobody else waits.',
      'Request 3 waits: the one connection is in use. 2 are in line.',
      expect.stringMatching(
        /^Request 1 is done after 100 ms; connection 1 goes to request [23], which waited [89]0 ms\.$/,
      ),
      expect.stringMatching(
        /^Request [23] is done after 1[89]0 ms; connection 1 goes to request [23], which waited 1[89]0 ms\.$/,
      ),
      expect.stringMatching(/^Request [23] is done after 2[89]0 ms; connection 1 lies idle\.$/),
    ]);
    expect(told({ applications: 2, connectMs: 5 }, [{ atMs: 0, holdMs: 1, application: 1 }])[0]?.[1]).toBe(
      'Request 1 (application 2) finds none idle and opens a connection.',
    );
  });

  it.each([
    [0, '0 ms'],
    [1_234_567, '1.23 ms'],
    [812_400_000, '812 ms'],
    [1_234_567_890, '1,235 ms'],
    [12_345_678_900, '12.3 s'],
  ])('round %s ns to what is read', (ns, words) => {
    expect(inMs(ns)).toBe(words);
  });
});
