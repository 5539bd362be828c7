import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { answersOf, type Ask } from '#core/normalization/answers-of.ts';
import { plainType, quoteValue } from '#core/normalization/cell-sql.ts';
import { comparable, rowsOf } from '#core/normalization/row-source.ts';

/** Values that a column could hold and does not, the likeliest first. Whether its checks take them only a try can say. */
export type NewValues = ReadonlyMap<string, readonly string[]>;

const seen = 4;
const wanted = 3;

/**
 * Proposed here, by the type and beside the values that are there; PostgreSQL throws out what the type does not read
 * and what is there already. A column that refers to another table takes a key from there that none of its rows has.
 */
export async function askNewValues(
  catalog: Catalog,
  table: Table,
  columns: readonly string[],
  ask: Ask,
): Promise<Result<NewValues, SqlFailure>> {
  const source = rowsOf(table, catalog);
  const ends = columns.flatMap((name) => {
    const cell = comparable(source, name);
    const distinct = `(select distinct ${cell} as v from ${source.sql} where ${quoteName(name)} is not null) as d`;
    return ['desc', 'asc'].map((order) => `select v::text from ${distinct} order by v ${order} limit ${seen}`);
  });
  const known = answersOf(await ask(ends.join(';\n') || 'select 1 where false'));
  if (!known.ok) return known;
  const questions = columns.map((name, place) => {
    const [largest, smallest] = [known.value[2 * place], known.value[2 * place + 1]].map((one) =>
      (one?.rows ?? []).map(([value]) => value ?? ''),
    );
    return freshQuestion(catalog, table, name, proposals(catalog, table, name, largest ?? [], smallest ?? []));
  });
  const fresh = answersOf(await ask(questions.join(';\n') || 'select 1 where false'));
  if (!fresh.ok) return fresh;
  return ok(
    new Map(columns.map((name, place) => [name, (fresh.value[place]?.rows ?? []).map(([value]) => value ?? '')])),
  );
}

function freshQuestion(catalog: Catalog, table: Table, name: string, values: readonly string[]): string {
  const source = rowsOf(table, catalog);
  const type = table.columns.find((column) => column.name === name)?.type ?? 'text';
  const own = quoteName(name);
  const parent = table.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === name);
  if (parent !== undefined) {
    const key = quoteName(parent.references.columns[0] ?? '');
    const from = sqlName({ schema: parent.references.schema, name: parent.references.table });
    return `select p.${key}::text from ${from} as p where not exists (select from ${source.sql} as t where t.${own} = p.${key}) order by 1 limit ${wanted}`;
  }
  return [
    `select v from unnest(array[${values.map(quoteValue).join(', ')}]::text[]) with ordinality as u (v, place)`,
    // Nothing is cast that the type does not read.
    `where case when pg_input_is_valid(v, ${quoteValue(type)}) then not exists (`,
    `  select from ${source.sql} as t where t.${own}::text = (v::${type})::text) end`,
    `order by place limit ${wanted}`,
  ].join('\n');
}

function proposals(
  catalog: Catalog,
  table: Table,
  name: string,
  largest: readonly string[],
  smallest: readonly string[],
): readonly string[] {
  const type = plainType(catalog, table.columns.find((column) => column.name === name)?.type ?? 'text');
  const labels = catalog.types.find(
    (one) =>
      one.kind === 'enum' &&
      [one.name, quoteName(one.name), `${quoteName(one.schema)}.${quoteName(one.name)}`].includes(type),
  )?.labels;
  if (labels !== undefined) return labels;
  if (/^(smallint|integer|bigint|oid)/.test(type)) {
    return [
      ...largest.slice(0, 1).flatMap((one) => [1n, 10n].map((step) => String(BigInt(one) + step))),
      ...smallest.slice(0, 1).map((one) => String(BigInt(one) - 1n)),
      ...oneToTwenty,
    ];
  }
  if (/^(numeric|real|double precision|money)/.test(type)) {
    return [...largest.slice(0, 1).flatMap(aboveNumber), ...oneToTwenty, '0.5', '0.25'];
  }
  if (/^(date|timestamp)/.test(type))
    return [...largest.flatMap((one) => [nextDay(one, 1), nextDay(one, 30)]), ...days];
  if (/^(text|character|citext|name|bpchar|"char")/.test(type)) return texts(name, largest);
  return ['true', 'false', '00000000-0000-4000-8000-000000000001', '00:00:01', '1 day', '10.0.0.9', '{}', '1', '0'];
}

const oneToTwenty = Array.from({ length: 20 }, (_, place) => String(place + 1));
const days = ['2030-01-01', '2031-06-15'];

function aboveNumber(text: string): readonly string[] {
  const [, whole, rest = ''] = /^(-?\d{1,18})(\.\d+)?$/.exec(text) ?? [];
  return whole === undefined ? [] : [`${BigInt(whole) + 1n}${rest}`];
}

/** The same moment a day later; the page's own calendar is that of PostgreSQL from year 1 to 9999. */
function nextDay(text: string, count: number): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  const time = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return '2030-01-01';
  return new Date(time + count * 86_400_000).toISOString().slice(0, 10) + text.slice(10);
}

/** Codes are counted on; a word gets a plain new one beside it, short ones for narrow columns. */
function texts(name: string, present: readonly string[]): readonly string[] {
  const counted = present.flatMap((text) =>
    [1, 2, 5].map((step) => countedOn(text, step)).filter((one) => one !== text),
  );
  const words = name
    .replaceAll('_', ' ')
    .replace(/ (id|no|code)$/i, '')
    .trim();
  return [
    ...counted,
    `New ${words}`,
    `new ${words}`,
    'New',
    'new',
    ...present.map((text) => `${text} 2`),
    'NEW',
    'XX',
    'ZZ',
    'Z9',
    'X',
    'Y',
    'z',
    '9',
  ];
}

function countedOn(text: string, step: number): string {
  return text.replace(
    /(\d{1,15})(\D*)$/,
    (_, digits: string, rest: string) => String(Number(digits) + step).padStart(digits.length, '0') + rest,
  );
}
