import type { Catalog, Key, Table } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { finding, type Finding, type Fix } from './finding.ts';
import { nameWords, rowWords } from './name-words.ts';
import type { Answer, Rule, Suspicion } from './rule.ts';
import { numberAt } from './answer-cells.ts';
import { code, columnOf, freeColumn, quoteList, reviewedTables, rowsWords, sampleOf, sampleWords } from './subject.ts';
import { quoteName } from '#core/catalog/quote-name.ts';

export const missingPrimaryKey: Rule = {
  id: 'missing-primary-key',
  looksFor: 'tables without a primary key',
  suspect: (catalog) =>
    reviewedTables(catalog)
      .filter(({ primaryKey, columns }) => primaryKey === null && columns.length > 0)
      .map((table) => suspect(table, catalog)),
};

function suspect(table: Table, catalog: Catalog): Suspicion {
  const candidates = candidateKeys(table);
  const counts = candidates.map(
    (columns) => `count(distinct (${quoteList(columns)})) filter (where ${allPresent(columns)})`,
  );
  const whole = `count(*) - count(distinct ${quoteName('row of it')}::text)`;
  // A candidate must be unique in all rows, not only in the first: the fix would be refused.
  const question = `select count(*), (select ${whole} from ${sampleOf(table, quoteName('row of it'))}), ${[...counts, 'null'].join(', ')} from ${sqlName(table)}`;
  const judge = (answer: Answer): readonly Finding[] => {
    const rowCount = answer === null ? 0 : numberAt(answer, 0);
    const twins = answer === null ? 0 : numberAt(answer, 1);
    const keys = answer === null ? [] : candidates.filter((_, place) => numberAt(answer, place + 2) === rowCount);
    const why =
      twins > 0
        ? `${rowsWords(twins)}${sampleWords(table)} ${twins === 1 ? 'is' : 'are'} the same as another in every column: no UPDATE or DELETE can mean one of them alone.`
        : `Nothing keeps the same row from being stored twice, and no foreign key can refer to a row of ${code(qualifiedName(table))}.`;
    return [
      finding({
        rule: missingPrimaryKey.id,
        rank: 'wrong',
        table,
        columns: [],
        what: `${code(qualifiedName(table))} has no primary key.`,
        why,
        fixes: [...keys.map((columns) => keyFix(table, columns, catalog)), ...surrogateFix(table)].slice(0, 3),
      }),
    ];
  };
  return { questions: [question], judge: ([answer]) => judge(answer ?? null) };
}

function allPresent(columns: readonly string[]): string {
  return columns.map((column) => `${quoteName(column)} is not null`).join(' and ');
}

/** What may identify a row by its declaration or its name: a unique key, `id`, the two ends of a junction. */
function candidateKeys(table: Table): readonly (readonly string[])[] {
  const { uniques, foreignKeys, columns } = table;
  const declared = uniques.filter((key) => !key.deferrable).map((key) => key.columns);
  const ids = columns.filter(({ name }) => isOwnId(name, table)).map(({ name }) => [name]);
  const ends = [...new Set(foreignKeys.flatMap((key) => key.columns))];
  const junction = foreignKeys.length >= 2 && ends.length >= 2 && ends.length <= 4 ? [ends] : [];
  const all = [...declared, ...ids, ...junction].filter((key) => key.every((name) => isComparable(table, name)));
  const partitioned = table.partitioning?.key ?? [];
  const fitting = all.filter((key) => partitioned.every((name) => key.includes(name)));
  return [...new Map(fitting.map((key) => [JSON.stringify(key), key])).values()];
}

function isOwnId(name: string, table: Table): boolean {
  const words = nameWords(name).join(' ');
  return words === 'id' || words === `${rowWords(table.name).join(' ')} id`;
}

function isComparable(table: Table, name: string): boolean {
  const type = columnOf(table, name)?.type ?? 'json';
  return !/^(?:json|xml|point|line|lseg|box|path|polygon|circle)\b/.test(type);
}

function keyFix(table: Table, columns: readonly string[], catalog: Catalog): Fix {
  const same = table.uniques.find((key) => isSameList(key.columns, columns));
  const isDropped = same !== undefined && !isReferredTo(table, same, catalog);
  const parts = [
    ...(isDropped ? [`drop constraint ${quoteName(same.name)}`] : []),
    `add primary key (${quoteList(columns)})`,
  ];
  return {
    label: `${columns.length === 1 ? 'It is' : 'They are'} the key: ${columns.join(', ')}`,
    sql: `alter table ${sqlName(table)}\n  ${parts.join(',\n  ')};`,
  };
}

function isReferredTo(table: Table, key: Key, { tables }: Catalog): boolean {
  return tables.some(({ foreignKeys }) =>
    foreignKeys.some(
      ({ references }) =>
        isSameObject({ schema: references.schema, name: references.table }, table) &&
        isSameList([...references.columns].toSorted(), [...key.columns].toSorted()),
    ),
  );
}

function surrogateFix(table: Table): readonly Fix[] {
  const key = table.partitioning?.key ?? [];
  // A key of a partitioned table holds the columns that it is partitioned by, which an expression is none of.
  if (!key.every((name) => columnOf(table, name)?.notNull === true)) return [];
  const id = freeColumn(table, 'id');
  return [
    {
      label: `A new number for each row: ${id}`,
      sql: `alter table ${sqlName(table)}\n  add column ${quoteName(id)} bigint generated always as identity,\n  add primary key (${quoteList([id, ...key])});`,
    },
  ];
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, place) => name === other[place]);
}
