import { describe, expect, it } from 'vitest';
import { conditionWords } from './condition-words.ts';

const types = new Map([
  ['name', 'text'],
  ['code', 'character varying(4)'],
  ['price', 'numeric(10,2)'],
  ['n', 'integer'],
  ['big', 'bigint'],
  ['The mood', 'public.mood'],
  ['day', 'date'],
]);

function words(expression: string): string {
  return conditionWords(expression, (column) => types.get(column) ?? null);
}

describe('a condition as people write it', () => {
  it.each([
    ["name = ANY (ARRAY['a'::text, 'b'::text])", "name in ('a', 'b')"],
    ["code::text = ANY (ARRAY['a'::character varying, 'b'::character varying]::text[])", "code in ('a', 'b')"],
    ["code::text <> ALL (ARRAY['a'::character varying, 'b'::character varying]::text[])", "code not in ('a', 'b')"],
    ['n = ANY (ARRAY[1, 2])', 'n in (1, 2)'],
    ['price >= 0::numeric AND n > 3', 'price >= 0 and n > 3'],
    ["n > '-5'::integer", 'n > -5'],
    ["name ~~ 'A%'::text OR name !~~ 'B%'::text", "name like 'A%' or name not like 'B%'"],
    ['"The mood" <> \'sad\'::public.mood', '"The mood" <> \'sad\''],
    ["(day > '2024-01-01'::date)", "(day > '2024-01-01')"],
    ["code::text <> 'x'::text", "code <> 'x'"],
  ])('%s', (printed, short) => {
    expect(words(printed)).toBe(short);
  });

  it.each([
    ["name = ANY (ARRAY['a'::text])", 'one alone is not a list'],
    ['price > 0::numeric * n', 'something else stands beside'],
    ["name <> 'x AND price > 0::numeric'::character varying", 'the type is another; what is in quotes is text'],
    ['big > 5::bigint', 'whoever wrote the cast would miss it'],
    ["other <> 'x'::text", 'nobody knows the type'],
  ])('%s stays: %s', (printed) => {
    expect(words(printed).toUpperCase()).toBe(printed.toUpperCase());
  });
});
