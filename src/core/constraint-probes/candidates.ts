import type { Catalog } from '#core/catalog/catalog.ts';
import { constantsOf } from './expression-constants.ts';
import { sampleOfLike, sampleOfPattern } from './sample-of-pattern.ts';
import { plainTypeOf, userTypeOf } from './tables-of.ts';
import { typicalOthers, typicalTexts } from './typical-values.ts';

/**
 * Values that a column may hold, as texts, the likely ones first: PostgreSQL throws out what its type does not read, and
 * searches the rest. Constants of the expressions that bind the column and their neighbours stand first, because a
 * condition turns true or false beside its constants.
 */
export function candidatesFor(
  catalog: Pick<Catalog, 'types'>,
  plainType: string,
  expressions: readonly string[],
): readonly string[] {
  const all = expressions.map(constantsOf);
  const texts = all.flatMap((one) => one.texts);
  const numbers = all.flatMap((one) => one.numbers);
  const userType = userTypeOf(catalog, plainType);
  if (userType?.kind === 'enum') return userType.labels;
  const attributes = userType?.attributes ?? [];
  const composite = attributes.length === 0 ? [] : compositesOf(catalog, attributes);
  return [...new Set([...composite, ...ofType(plainType, texts, numbers, attributes.length)])];
}

/** A value of NULLs alone counts as NULL; the n-th takes the n-th candidate of each part that fits into it. */
function compositesOf(
  catalog: Pick<Catalog, 'types'>,
  attributes: NonNullable<ReturnType<typeof userTypeOf>>['attributes'],
): readonly string[] {
  const lists = attributes.map(({ type }) => {
    const plain = plainTypeOf(catalog, type);
    const checks = plain.domains.flatMap(({ domain }) => domain?.checks.map(({ expression }) => expression) ?? []);
    const width = familyOf(plain.type) === 'text' ? Number(/\((\d+)\)/.exec(plain.type)?.[1] ?? Infinity) : Infinity;
    // A pattern comes before what it matches.
    const samples = checks.flatMap((check) =>
      constantsOf(check).texts.flatMap((text) =>
        [sampleOfPattern(text, 0) ?? [], sampleOfPattern(text, 1) ?? []].flat(),
      ),
    );
    return [...samples, ...candidatesFor(catalog, plain.type, checks)].filter((text) => text.length <= width);
  });
  const parts = (place: number): string =>
    lists.map((list) => `"${(list[place] ?? list[0] ?? '').replaceAll(/["\\\\]/g, '$&$&')}"`).join(',');
  return [0, 1, 2, 3, 4, 5].map((place) => `(${parts(place)})`);
}

export type TypeFamily = 'whole' | 'fraction' | 'text' | 'boolean' | 'moment' | 'other';

export function familyOf(plainType: string): TypeFamily {
  if (plainType.endsWith(']')) return 'other';
  const name = plainType.replace(/\(.*?\)/, '').trim();
  if (/^(smallint|integer|bigint|oid)$/.test(name)) return 'whole';
  if (/^(numeric|real|double precision|money)$/.test(name)) return 'fraction';
  if (/^(text|character varying|character|citext|name|bpchar|"char")$/.test(name)) return 'text';
  if (name === 'boolean') return 'boolean';
  if (/^(date|timestamp.*)$/.test(name)) return 'moment';
  return 'other';
}

function ofType(
  type: string,
  texts: readonly string[],
  numbers: readonly string[],
  attributes: number,
): readonly string[] {
  switch (familyOf(type)) {
    case 'whole':
      return [
        ...beside(numbers, [1]),
        '1',
        '2',
        '3',
        '5',
        '10',
        '4',
        '6',
        '7',
        '8',
        '9',
        '0',
        '-1',
        '12',
        '50',
        '100',
        '1000',
        '2024',
        '-100',
        '30000',
      ];
    case 'fraction':
      return [
        ...beside(numbers, [1, 0.01, 0.5]),
        '10',
        '1',
        '2.5',
        '9.99',
        '0',
        '-1',
        '0.5',
        '100',
        '1000',
        '-0.01',
        '1000000',
        'NaN',
      ];
    case 'text':
      return ofText(type, texts, numbers);
    case 'boolean':
      return ['true', 'false'];
    case 'moment':
      return [...texts, ...texts.flatMap(daysBeside), ...moments];
    case 'other':
      return ofOther(type, texts, numbers, attributes);
  }
}

const moments = [
  '2025-03-14',
  '2025-06-30',
  '2024-01-15',
  '2026-01-01',
  '1999-12-31',
  '2099-12-31',
  '1970-01-01',
  '2025-03-14 09:30:00',
];

/** The numbers, and what lies just below and above. */
function beside(numbers: readonly string[], steps: readonly number[]): string[] {
  const inner = numbers.flatMap((number) =>
    steps.flatMap((step) =>
      [Number(number) + step, Number(number) - step].map((value) => String(Number(value.toFixed(6)))),
    ),
  );
  return [...numbers, ...inner];
}

function daysBeside(text: string): string[] {
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  const time = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return [];
  return [1, -1, 40].map((days) => new Date(time + days * 86_400_000).toISOString().slice(0, 10));
}

function ofText(type: string, texts: readonly string[], numbers: readonly string[]): readonly string[] {
  const width = Number(/\((\d+)\)/.exec(type)?.[1] ?? NaN);
  const lengths = [...numbers.map(Number), ...(Number.isNaN(width) ? [] : [width])].filter(
    (length) => length >= 0 && length <= 400,
  );
  const samples = texts.flatMap((text) => [
    ...[0, 1, 2, 6].map((extra) => sampleOfPattern(text, extra)).filter((sample) => sample !== null),
    sampleOfLike(text),
    text.toUpperCase(),
    text.toLowerCase(),
    `${text}a`,
  ]);
  const long = lengths.flatMap((length) =>
    [length, length - 1, length + 1]
      .filter((one) => one >= 0)
      .flatMap((one) => ['a', 'A', '1'].map((letter) => letter.repeat(one))),
  );
  return [...texts, ...samples, ...typicalTexts, ...long, ...samples.slice(0, 4).flatMap(neighbours)];
}

/** The same with another last digit or letter. */
function neighbours(text: string): string[] {
  const place = text.search(/[0-9A-Za-z][^0-9A-Za-z]*$/);
  if (place < 0) return [];
  return ['2', '9', 'b', 'Z', '3', 'x'].map((other) => text.slice(0, place) + other + text.slice(place + 1));
}

function ofOther(
  type: string,
  texts: readonly string[],
  numbers: readonly string[],
  attributes: number,
): readonly string[] {
  if (type.endsWith(']'))
    return [
      ...texts,
      '{}',
      ...texts.map((text) => `{${JSON.stringify(text)}}`),
      '{1}',
      '{1,2}',
      '{a}',
      '{a,b}',
      '{2025-03-14}',
      '{true}',
      '{NULL}',
    ];
  // Names of things in the catalog: reading a wrong one is an error, not a no.
  if (type === 'regclass') return ['pg_class', 'pg_type', 'pg_index'];
  if (type.startsWith('reg')) return [];
  const lengths = numbers.map(Number).filter((length) => Number.isInteger(length) && length >= 0 && length <= 400);
  const bytes = lengths.flatMap((length) =>
    [length, length + 1].flatMap((one) => ['00', '01'].map((byte) => String.raw`\x` + byte.repeat(one))),
  );
  const all = [...texts, ...(type === 'bytea' ? bytes : []), ...typicalOthers];
  const bits = /^bit(?: varying)?\((\d+)\)/.exec(type);
  if (bits !== null) all.push('0'.repeat(Number(bits[1])), '1'.repeat(Number(bits[1])));
  if (attributes > 0) all.push(`(${','.repeat(attributes - 1)})`);
  return all;
}
