import { candidateKeys } from '#core/relational/candidate-keys.ts';
import type { FunctionalDependency, RelationScheme } from '#core/relational/dependency.ts';
import { minimalCover } from '#core/relational/minimal-cover.ts';
import { normalFormOf } from '#core/relational/normal-form.ts';
import { project } from '#core/relational/projection.ts';

/**
 * What the theory of dependencies costs: keys with the normal form, a minimal cover with its steps, a projection onto half
 * of the attributes. Random dependencies have one to three attributes on the left and one or two on the right. First the
 * size that the lab is made for, then growth, then schemes of which the number of keys explodes. Milliseconds; nothing is
 * asserted.
 */
const rounds = 200;
const growthRounds = 40;

console.log(`24 attributes, 40 random dependencies, ${rounds} sets`);
console.table(figures(rounds, () => randomScheme(24, 40)));

console.log('The same with 3 multivalued dependencies');
console.table(figures(growthRounds, () => ({ ...randomScheme(24, 40), multivalued: randomDependencies(24, 3) })));

console.log(`Growth, ${growthRounds} sets each: medians`);
const sizes: readonly (readonly [attributes: number, dependencies: number])[] = [
  [6, 10],
  [12, 20],
  [24, 20],
  [24, 40],
  [24, 80],
  [24, 160],
  [48, 80],
  [60, 100],
  [96, 160],
];
console.table(
  sizes.map(([attributes, dependencies]) => {
    const schemes = Array.from({ length: growthRounds }, () => randomScheme(attributes, dependencies));
    const found = schemes.map((scheme) => timed(() => candidateKeys(scheme)));
    return {
      attributes,
      dependencies,
      keys: median(found.map(({ value }) => value.keys.length)),
      'most keys': Math.max(...found.map(({ value }) => value.keys.length)),
      'keys ms': rounded(median(found.map(({ ms }) => ms))),
      'keys ms, worst': rounded(Math.max(...found.map(({ ms }) => ms))),
      'form ms': rounded(median(schemes.map((scheme) => timed(() => normalFormOf(scheme)).ms))),
      'cover ms': rounded(median(schemes.map((scheme) => timed(() => minimalCover(scheme)).ms))),
      'projection ms': rounded(median(schemes.map((scheme) => timed(() => projectHalf(scheme)).ms))),
    };
  }),
);

console.log('n pairs that determine each other: 2ⁿ keys, cut off at 1,000');
console.table(
  [4, 8, 9, 10, 12, 20, 30, 60].map((count) => {
    const scheme = pairs(count);
    const found = timed(() => candidateKeys(scheme));
    return {
      pairs: count,
      attributes: scheme.attributes.length,
      keys: found.value.keys.length,
      'all of them': found.value.isComplete,
      'keys ms': rounded(found.ms),
      'form ms': rounded(timed(() => normalFormOf(scheme)).ms),
    };
  }),
);

console.log('A projection that needs 2ⁿ dependencies: A_i → C_i, B_i → C_i, C_1 … C_n → D without the C_i');
console.table(
  [4, 8, 9, 12, 19].map((count) => {
    const { scheme, onto } = explosion(count);
    const { value, ms } = timed(() => project(scheme, onto));
    return {
      n: count,
      attributes: scheme.attributes.length,
      dependencies: value.ok ? value.value.length : value.error.kind,
      ms: rounded(ms),
    };
  }),
);

function figures(sets: number, draw: () => RelationScheme): Readonly<Record<string, unknown>> {
  const schemes = Array.from({ length: sets }, draw);
  const tasks: Readonly<Record<string, (scheme: RelationScheme) => unknown>> = {
    'all keys': (scheme) => candidateKeys(scheme),
    'keys and normal form': (scheme) => normalFormOf(scheme),
    'minimal cover with steps': (scheme) => minimalCover(scheme),
    'projection onto half': projectHalf,
  };
  return Object.fromEntries(
    Object.entries(tasks).map(([task, work]) => {
      const times = schemes.map((scheme) => timed(() => work(scheme)).ms);
      return [task, { 'median ms': rounded(median(times)), 'worst ms': rounded(Math.max(...times)) }];
    }),
  );
}

function projectHalf(scheme: RelationScheme): unknown {
  return project(
    scheme,
    scheme.attributes.filter((_, place) => place % 2 === 0),
  );
}

function randomScheme(attributes: number, dependencies: number): RelationScheme {
  return {
    attributes: Array.from({ length: attributes }, (_, place) => `a${place}`),
    functional: randomDependencies(attributes, dependencies),
    multivalued: [],
  };
}

function randomDependencies(attributes: number, count: number): readonly FunctionalDependency[] {
  const some = (most: number): readonly string[] => {
    const length = 1 + Math.floor(Math.random() * most);
    return [...new Set(Array.from({ length }, () => `a${Math.floor(Math.random() * attributes)}`))];
  };
  return Array.from({ length: count }, () => ({ determinant: some(3), dependents: some(2) }));
}

function pairs(count: number): RelationScheme {
  const names = Array.from({ length: count }, (_, place) => [`a${place}`, `b${place}`] as const);
  return {
    attributes: names.flat(),
    functional: names.flatMap(([a, b]) => [
      { determinant: [a], dependents: [b] },
      { determinant: [b], dependents: [a] },
    ]),
    multivalued: [],
  };
}

function explosion(count: number): { readonly scheme: RelationScheme; readonly onto: readonly string[] } {
  const numbers = Array.from({ length: count }, (_, place) => place);
  const onto = [...numbers.flatMap((each) => [`a${each}`, `b${each}`]), 'd'];
  const inner = numbers.map((each) => `c${each}`);
  const functional = [
    ...numbers.flatMap((each) => [
      { determinant: [`a${each}`], dependents: [`c${each}`] },
      { determinant: [`b${each}`], dependents: [`c${each}`] },
    ]),
    { determinant: inner, dependents: ['d'] },
  ];
  return { scheme: { attributes: [...onto, ...inner], functional, multivalued: [] }, onto };
}

function timed<T>(task: () => T): { readonly value: T; readonly ms: number } {
  const started = performance.now();
  const value = task();
  return { value, ms: performance.now() - started };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
