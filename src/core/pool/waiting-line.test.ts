import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStreams } from '#core/shared/random.ts';
import type { WaiterChoice } from './pool-params.ts';
import { copyLine, emptyLine, joinLine, leaveLine, takeWaiter, waitersOf } from './waiting-line.ts';

type Step = 'join' | { readonly take: WaiterChoice } | { readonly leave: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('join' as const) },
  { weight: 3, arbitrary: fc.constantFrom('first', 'last', 'random').map((take) => ({ take }) satisfies Step) },
  { weight: 1, arbitrary: fc.nat(50).map((leave) => ({ leave })) },
);

describe('a waiting line', () => {
  it('is, whoever leaves it, the list of those who came, without those who left', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 400 }), fc.nat(), (steps, seed) => {
        const { chance } = randomStreams(seed, ['chance']);
        const line = emptyLine();
        let list: number[] = [];
        let next = 0;
        for (const what of steps) {
          if (what === 'join') {
            joinLine(line, next);
            list.push(next++);
          } else if ('take' in what) {
            const taken = takeWaiter(line, what.take, chance);
            if (what.take !== 'random') expectSame(taken, (what.take === 'first' ? list[0] : list.at(-1)) ?? null);
            expectSame(taken === null, list.length === 0);
            expectSame(taken === null || list.includes(taken), true);
            list = list.filter((waiter) => waiter !== taken);
          } else {
            expectSame(leaveLine(line, what.leave), list.includes(what.leave));
            list = list.filter((waiter) => waiter !== what.leave);
          }
          expectSame(line.count, list.length);
        }
        expect(waitersOf(line, Infinity)).toEqual(list);
        expect(waitersOf(line, 3)).toEqual(list.slice(0, 3));
        // Gaps take no more room than those who wait, or little.
        expect(line.places.length).toBeLessThanOrEqual(2 * list.length + 32);
        expect(copyLine(line)).toEqual(line);
      }),
    );
  });
});

function expectSame<T>(found: T, expected: T): void {
  if (found !== expected) throw new Error(`found ${String(found)}, not ${String(expected)}`);
}
