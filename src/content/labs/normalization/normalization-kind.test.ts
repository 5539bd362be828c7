import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForms } from '#core/relational/dependency.ts';
import { exampleValues } from '#content/labs/lab-values.ts';
import type { NormalizationFrame } from './normalization-frame.ts';
import { normalizationCard } from './normalization-card.ts';
import { normalizationKind } from './normalization-kind.ts';

function runOf(attributes: string, dependencies: string, meant = '') {
  const run = normalizationKind.simulate({ attributes, dependencies, meant }, 1);
  run.advance(1);
  return run;
}

function figures(attributes: string, dependencies: string, meant = '') {
  const { metrics } = runOf(attributes, dependencies, meant).summary();
  const { normalForm = Number.NaN, ...others } = metrics;
  return { ...others, normalForm: normalForms[normalForm] };
}

describe('a relation on paper', () => {
  it.each([
    ['a, b, c, d', 'a, b -> c\nc -> d\nd -> a', 3, 4, '3NF', 'Ullman & Widom, 3.2.1'],
    ['a, b, c, d', 'a -> b\nb -> c\nb -> d', 1, 1, '2NF', 'Ullman & Widom, 3.2.2 i'],
    ['a, b, c, d', 'a -> b\nb -> c\nc -> d\nd -> a', 4, 4, 'BCNF', 'Ullman & Widom, 3.2.2 iii'],
    ['a, b, c, d, e', 'a -> b, c\nc, d -> e\nb -> d\ne -> a', 4, 5, '3NF', 'Silberschatz'],
    ['s, c, z', 's, c -> z\nz -> c', 2, 3, '3NF', 'street, city, zip'],
    ['course, teacher, book', 'course ->> teacher', 1, 3, 'BCNF', 'Fagin 1977'],
    ['course, teacher', 'course ->> teacher', 1, 2, 'BCNF', 'trivial'],
    ['a, b', '{} -> a', 1, 1, '1NF', 'a constant depends on no part of the key at all'],
    ['a', '', 1, 1, 'BCNF', 'one attribute'],
    ['a, b', '{} -> a, b', 1, 0, 'BCNF', 'at most one row'],
    ['order_id, product_id, name', 'product_id -> name', 1, 2, '1NF', 'a part of the key'],
  ])('%s with %j', (attributes, dependencies, candidateKeys, primeAttributes, normalForm, _source) => {
    expect(figures(attributes, dependencies)).toMatchObject({ candidateKeys, primeAttributes, normalForm });
  });

  it('is in 4NF only where somebody has said what is independent', () => {
    expect(figures('a, b, c', 'a -> b, c').normalForm).toBe('BCNF');
    expect(figures('a, b, c', 'a -> b, c\na ->> b').normalForm).toBe('4NF');
  });

  it('ends where there are too many keys, shows the first of them and measures none', () => {
    const pairs = Array.from({ length: 12 }, (_, index) => [`a${index}`, `b${index}`] as const);
    const lines = pairs.map(([a, b]) => `${a} -> ${b}\n${b} -> ${a}`).join('\n');
    const run = runOf(pairs.flat().join(','), lines);
    expect(run.status).toEqual({
      kind: 'cut-off',
      reason: 'There are more than 1,000 candidate keys: these are the first 1,000.',
    });
    expect(run.summary().metrics['candidateKeys']).toBeNaN();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lab of this kind has made it
    expect((run.moment(0).frame as NormalizationFrame).judgement.keys).toHaveLength(1000);
  });

  it('has one moment, wherever it is looked for, and cannot be forked', () => {
    const run = runOf('a, b', 'a -> b');
    expect(run.summary()).toMatchObject({ status: { kind: 'complete' }, length: 0, startMs: 0, reachedMs: 0 });
    expect(run.moment(7)).toEqual(run.moment(0));
    expect([run.indexAt(5), run.find(['any'], 0, 'forwards')]).toEqual([0, null]);
    expect(run.fork(0, exampleValues(normalizationCard)).ok).toBe(false);
  });

  it('is plain data that a worker can send', () => {
    const { frame } = runOf('a, b, c', 'a -> b\nb -> c\nb ->> c\na -> b').moment(0);
    expect(structuredClone(frame)).toEqual(frame);
  });

  it('remarks on lines that say nothing, or say it twice', () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the lab of this kind has made it
    const { remarks, scheme } = runOf('a, b', 'a -> b\na -> b\na, b -> a').moment(0).frame as NormalizationFrame;
    expect(scheme.functional).toHaveLength(1);
    expect(remarks).toEqual([
      { line: 2, message: 'This is said above already.' },
      { line: 3, message: '`a` stands on both sides. This is always true and is left out.' },
    ]);
  });

  it('refuses values that its card refuses', () => {
    expect(() => normalizationKind.simulate({ attributes: 'a', dependencies: 'a -> b' }, 1)).toThrow(/no attribute/);
  });
});

describe('what is meant', () => {
  const meant = 'a -> b\na -> c\nb, c -> d';

  it.each([
    ['a -> b, c\nb, c -> d', 0, 0],
    ['a -> b, c, d\nc, b -> d', 0, 0],
    ['', 3, 0],
    ['a -> d', 3, 0],
    ['a -> b\na -> c', 1, 0],
    ['b -> a\na -> b, c\nb, c -> d', 0, 1],
    ['d -> a\nd -> b', 3, 2],
    ['a -> b, c\nb, c -> d\na ->> b', 0, 0],
    ['a -> b, c\nb, c -> d\nd ->> a', 0, 1],
  ])('is compared with %j by what follows', (said, unsaid, unmeant) => {
    expect(figures('a, b, c, d', said, meant)).toMatchObject({ unsaid, unmeant });
  });

  it('counts each attribute on the right: half of a line can be said', () => {
    expect(figures('a, b, c, d', 'a -> c', 'a -> b, c, d')).toMatchObject({ unsaid: 2, unmeant: 0 });
  });

  it('may be of independence', () => {
    expect(figures('a, b, c', '', 'a ->> b')).toMatchObject({ unsaid: 1, unmeant: 0 });
    expect(figures('a, b, c', 'a ->> c', 'a ->> b')).toMatchObject({ unsaid: 0, unmeant: 0 });
    expect(figures('a, b, c', 'a -> b', 'a ->> b')).toMatchObject({ unsaid: 0, unmeant: 1 });
  });

  it('measures nothing where a lesson says nothing', () => {
    expect(figures('a, b', 'a -> b')).toMatchObject({ unsaid: Number.NaN, unmeant: Number.NaN });
  });

  it('is said by any wording of it: split, joined, in another order, with what follows besides', () => {
    const names = ['a', 'b', 'c', 'd', 'e'] as const;
    const side = fc.subarray([...names], { minLength: 1, maxLength: 3 });
    const rules = fc.array(fc.record({ left: side, right: side }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rules, fc.nat(), (some, turn) => {
        const written = some.map(({ left, right }) => `${left.join(', ')} -> ${right.join(', ')}`).join('\n');
        const split = some
          .flatMap(({ left, right }) => right.map((name) => `${left.toReversed().join(',')}->${name}`))
          .toSorted((one, other) => ((one.length + turn) % 3) - ((other.length + turn) % 3));
        const more = `${some[0]?.left.join(', ')}, e -> ${some[0]?.right.join(', ')}`;
        const { unsaid, unmeant } = figures(names.join(', '), [...split, more].join('\n'), written) as {
          unsaid?: number;
          unmeant?: number;
        };
        // Where every rule is trivial nothing is meant.
        const isTrivial = some.every(({ left, right }) => right.every((name) => left.includes(name)));
        expect([unsaid, unmeant]).toEqual(isTrivial ? [Number.NaN, Number.NaN] : [0, 0]);
      }),
    );
  });
});
