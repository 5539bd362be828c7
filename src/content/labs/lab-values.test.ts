import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValues, exampleValues, initialValues, readSeed } from './lab-values.ts';
import { queueCard } from './test-queue-lab.ts';

describe('values held against a card', () => {
  it('are complete: what is absent is as the card has it', () => {
    expect(checkValues(queueCard, { servers: 7 })).toEqual({
      values: { ...initialValues(queueCard), servers: 7 },
      problems: [],
    });
    expect(exampleValues(queueCard)['servers']).toBe(3);
  });

  it.each([
    ['servers', 0, 'must be a whole number from 1 to 50; found 0'],
    ['servers', 2.5, 'must be a whole number from 1 to 50; found 2.5'],
    ['servers', Number.NaN, 'must be a whole number from 1 to 50; found no number'],
    ['servers', Number.POSITIVE_INFINITY, 'must be a whole number from 1 to 50; found ∞'],
    ['servers', '7', 'must be a whole number from 1 to 50; found “7”'],
    ['servers', '', 'must be a whole number from 1 to 50; found nothing'],
    ['servers', null, 'must be a whole number from 1 to 50; found nothing'],
    ['servers', [1], 'must be a whole number from 1 to 50; found a list'],
    ['servers', { mean: 1 }, 'must be a whole number from 1 to 50; found a map'],
    ['servers', true, 'must be a whole number from 1 to 50; found true'],
    ['customers.betweenMs', 0, 'must be from 0.1 to 100,000; found 0'],
    ['customers.betweenMs', -1e-7, 'must be from 0.1 to 100,000; found -0.0000001'],
    ['room', 1e10, 'must be a whole number from 0 to 1,000,000,000; found 10,000,000,000'],
    ['door', 'opne', 'must be `open` or `shut`; found “opne”. Did you mean `open`?'],
    ['door', 3, 'must be `open` or `shut`; found 3.'],
    ['sevrers', 3, 'is no parameter of Queue. Did you mean `servers`?'],
    ['toString', 3, 'is no parameter of Queue.'],
  ])('refuse %s = %j in words', (path, value, message) => {
    expect(checkValues(queueCard, { [path]: value })).toEqual({
      values: initialValues(queueCard),
      problems: [{ path, message }],
    });
  });

  it('are held against one another once each alone is right', () => {
    const problem = { path: 'door', message: 'must be open for a single server' };
    expect(checkValues(queueCard, { servers: 1, door: 'shut' }).problems).toEqual([problem]);
    expect(checkValues(queueCard, { servers: 1, door: 'shut', room: -1 }).problems).not.toContainEqual(problem);
  });

  it('can be anything without a throw, and what comes of them is allowed', () => {
    const paths = fc.constantFrom(...queueCard.fields.map(({ path }) => path));
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(paths, fc.string()), fc.anything()), (raw) => {
        const { values } = checkValues(queueCard, raw);
        const again = checkValues(queueCard, values);
        expect(again.values).toEqual(values);
        expect(again.problems.filter(({ path }) => path !== 'door')).toEqual([]);
      }),
    );
  });
});

describe('a seed', () => {
  it('is a whole number of 32 bits', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), (seed) => {
        expect(readSeed(String(seed))).toEqual({ ok: true, value: seed });
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    ['  ', 'nothing'],
    ['seven', '“seven”'],
    ['-1', '“-1”'],
    ['1.5', '“1.5”'],
    ['0x10', '“0x10”'],
    ['4294967296', '“4294967296”'],
    ['1'.repeat(400), `“${'1'.repeat(39)}…”`],
  ])('is not %j', (text, found) => {
    expect(readSeed(text)).toEqual({
      ok: false,
      error: `must be a whole number from 0 to 4,294,967,295; found ${found}`,
    });
  });
});
