import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabAddress, writeLabAddress, type LabAddress } from './lab-address.ts';
import { exampleValues } from './lab-values.ts';
import { queueCard } from './test-queue-lab.ts';

const example = exampleValues(queueCard);
const plain: LabAddress = { values: example, seed: 1, at: null, fork: null };

const millis = fc.double({ min: 0.1, max: 100_000, noNaN: true });
const valuesOfQueue = fc.record({
  servers: fc.integer({ min: 2, max: 50 }),
  'customers.betweenMs': millis,
  'customers.serviceMs': millis,
  room: fc.nat(1e9),
  forS: fc.integer({ min: 1, max: 100_000 }),
  door: fc.constantFrom('open', 'shut'),
});
const moments = fc.nat(10_000_000);
const addresses: fc.Arbitrary<LabAddress> = fc.record({
  values: valuesOfQueue,
  seed: fc.nat(2 ** 32 - 1),
  at: fc.option(moments),
  fork: fc.option(fc.record({ at: moments, values: valuesOfQueue })),
});

describe('the address of a lab', () => {
  it('brings back what it was written from, through a URL', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const query = new URLSearchParams(writeLabAddress(queueCard, address)).toString();
        expect(readLabAddress(queueCard, new URLSearchParams(query))).toEqual({ address, problems: [] });
      }),
    );
  });

  it('says only what differs from the example, and of a fork what differs from its run', () => {
    expect(writeLabAddress(queueCard, plain)).toEqual([]);
    const values = { ...example, servers: 9 };
    const address = { values, seed: 7, at: 120, fork: { at: 80, values: { ...values, room: 0 } } };
    expect(writeLabAddress(queueCard, address)).toEqual([
      ['servers', '9'],
      ['seed', '7'],
      ['at', '120'],
      ['fork.at', '80'],
      ['fork.room', '0'],
    ]);
  });

  it.each([
    ['servers=0', 'servers', 'must be a whole number from 1 to 50; found 0'],
    ['servers=', 'servers', 'must be a whole number from 1 to 50; found nothing'],
    ['servers=0x2', 'servers', 'must be a whole number from 1 to 50; found “0x2”'],
    ['servers=Infinity', 'servers', 'must be a whole number from 1 to 50; found “Infinity”'],
    ['servers=1e999', 'servers', 'must be a whole number from 1 to 50; found ∞'],
    ['door=ajar', 'door', 'must be `open` or `shut`; found “ajar”.'],
    ['seed=dice', 'seed', 'must be a whole number from 0 to 4,294,967,295; found “dice”'],
    ['at=-1', 'at', 'must be the number of a moment, from 0 to 10,000,000; found “-1”'],
    ['fork.at=soon&fork.room=1', 'fork.at', 'must be the number of a moment, from 0 to 10,000,000; found “soon”'],
    ['fork.room=1', 'fork.at', 'must say the moment at which the fork begins'],
    ['romo=1', 'romo', 'is no parameter of Queue. Did you mean `room`?'],
    ['__proto__=1', '__proto__', 'is no parameter of Queue.'],
    ['seed=1&seed=2', 'seed', 'is there more than once; the first one counts'],
  ])('with ?%s says what is wrong with %s and goes on without it', (query, path, message) => {
    expect(readLabAddress(queueCard, new URLSearchParams(query))).toEqual({
      address: plain,
      problems: [{ path, message }],
    });
  });

  it('holds a fork against its own run', () => {
    const { address, problems } = readLabAddress(
      queueCard,
      new URLSearchParams('room=4&fork.at=9&fork.servers=99&fork.door=shut'),
    );
    const values = { ...example, room: 4 };
    expect(address).toEqual({ ...plain, values, fork: { at: 9, values: { ...values, door: 'shut' } } });
    expect(problems).toEqual([{ path: 'fork.servers', message: 'must be a whole number from 1 to 50; found 99' }]);
  });

  it('can be anything without a throw', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('servers', 'seed', 'at', 'fork.at', 'fork.room', 'fork.', 'door'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
        const { address } = readLabAddress(queueCard, pairs);
        expect(Object.keys(address.values)).toEqual(Object.keys(example));
      }),
    );
  });
});
