import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { isSameObject, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt } from './answer-cells.ts';
import { finding, type Fix } from './finding.ts';
import { nameWords } from './name-words.ts';
import type { Rule, Suspicion } from './rule.ts';
import {
  code,
  columnWords,
  isChecked,
  isInKey,
  literal,
  mentions,
  reviewedTables,
  rowsWords,
  sampleOf,
  sampleWords,
} from './subject.ts';

export const columnsInJson: Rule = {
  id: 'columns-in-json',
  looksFor: 'json whose rows all have the same keys',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) =>
      table.columns
        .filter(({ type, generated }) => /^jsonb?$/.test(type) && generated === null)
        .filter(({ name }) => !isKeptAsItCame(name) && !isInKey(table, name) && !isChecked(table, name))
        .map((column) => suspect(catalog, table, column)),
    ),
};

/** What somebody else has sent is kept as it came, alike or not. */
function isKeptAsItCame(name: string): boolean {
  return nameWords(name).some((word) =>
    /^(?:payload|raw|response|request|event|webhook|log|geojson|cache|snapshot)$/.test(word),
  );
}

const fewestRows = 5;
const mostKeys = 12;

function suspect(catalog: Catalog, table: Table, column: Column): Suspicion {
  const name = quoteName(column.name);
  const objects = `select (case when jsonb_typeof(${name}::jsonb) = 'object' then ${name}::jsonb end) as j from ${sampleOf(table, 'sample')} where ${name} is not null`;
  const keyList = `(select string_agg(to_json(k)::text, ',' order by k) from jsonb_object_keys(j) as k)`;
  return {
    questions: [
      `select count(*), count(j), count(distinct ${keyList}) from (${objects}) as given`,
      `select k, min(jsonb_typeof(v)) filter (where v <> 'null'), count(distinct jsonb_typeof(v)) filter (where v <> 'null'), count(*) filter (where v = 'null') from (${objects}) as given, jsonb_each(j) as each (k, v) group by k order by k limit ${mostKeys + 1}`,
    ],
    judge: ([counted, keys]) => {
      if (counted == null || keys == null) return [];
      const [filled, isObject, shapes] = [0, 1, 2].map((place) => numberAt(counted, place));
      if ((filled ?? 0) < fewestRows || isObject !== filled || shapes !== 1) return [];
      const fields = keys.rows.map(([key, type, types, nulls]) => ({
        key: key ?? '',
        type: Number(types) === 1 ? (type ?? 'null') : 'mixed',
        hasNulls: Number(nulls) > 0,
      }));
      const isFlat = fields.every(({ type }) => type === 'string' || type === 'number' || type === 'boolean');
      if (fields.length === 0 || fields.length > mostKeys || !isFlat) return [];
      const names = fields.map(({ key }) => key);
      const fix = columnsFix(catalog, table, column, fields);
      return [
        finding({
          rule: columnsInJson.id,
          rank: 'wrong',
          table,
          columns: [column.name],
          what: `${columnWords(table, column.name)} hides columns in \`${column.type}\`: ${code(...names)}.`,
          why: `All ${rowsWords(filled ?? 0)}${sampleWords(table)} with a value have the same ${fields.length === 1 ? 'key' : `${fields.length} keys`}, each of one type, and nothing holds the next one to it: a misspelt key is stored as gladly, and no NOT NULL, check or foreign key reaches inside.`,
          fixes: fix === null ? [] : [fix],
          advice: fix === null ? 'A view, an index or another column reads it: change that first.' : null,
        }),
      ];
    },
  };
}

interface Field {
  readonly key: string;
  readonly type: string;
  readonly hasNulls: boolean;
}

const types: Readonly<Record<string, string>> = { number: 'numeric', boolean: 'boolean' };

function columnsFix(catalog: Catalog, table: Table, column: Column, fields: readonly Field[]): Fix | null {
  const isRead = catalog.views.some(({ dependsOn }) => dependsOn.some((name) => isSameObject(name, table)));
  const expressions = [
    ...table.columns.map(({ generated }) => generated ?? ''),
    ...table.indexes.flatMap(({ where, columns }) => [where ?? '', ...columns.map(({ expression }) => expression)]),
  ];
  if (isRead || expressions.some((text) => mentions(text, column.name))) return null;
  const taken = new Set(table.columns.map(({ name }) => name));
  const named = fields.map((field) => {
    const short = field.key.slice(0, 60);
    const name = taken.has(short) || short === '' ? `${column.name}_${short}`.slice(0, 63) : short;
    taken.add(name);
    return { ...field, name: quoteName(name), type: types[field.type] ?? 'text' };
  });
  const json = quoteName(column.name);
  const adds = named.map(({ name, type }) => `add column ${name} ${type}`);
  const sets = named.map(({ name, key, type }) => {
    const value = `${json} ->> ${literal(key)}`;
    return `${name} = ${type === 'text' ? value : `(${value})::${type}`}`;
  });
  const requires = named
    .filter(({ hasNulls }) => column.notNull && !hasNulls)
    .map(({ name }) => `alter column ${name} set not null`);
  return {
    label: 'A column for each key',
    sql: [
      `alter table ${sqlName(table)}\n  ${adds.join(',\n  ')};`,
      `update ${sqlName(table)} set\n  ${sets.join(',\n  ')};`,
      'set constraints all immediate;',
      `alter table ${sqlName(table)}\n  ${[...requires, `drop column ${json}`].join(',\n  ')};`,
    ].join('\n'),
  };
}
