import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt } from './answer-cells.ts';
import { finding, type Fix } from './finding.ts';
import { nameWords, rowWords, singular } from './name-words.ts';
import type { Rule, Suspicion } from './rule.ts';
import {
  code,
  columnOf,
  columnWords,
  freeColumn,
  isChecked,
  isInKey,
  isText,
  quoteList,
  reviewedTables,
  rowsWords,
} from './subject.ts';

/** A name stands where an id belongs: another table has these names, each once, and nothing ties the two. */
export const nameForId: Rule = {
  id: 'name-for-id',
  looksFor: 'names where an id belongs',
  suspect: (catalog) => {
    const targets = reviewedTables(catalog).flatMap(targetsOf);
    return reviewedTables(catalog).flatMap((table) =>
      table.columns
        .filter((column) => isText(column) && column.generated === null)
        .filter(({ name }) => !isInKey(table, name) && !isChecked(table, name))
        .flatMap((column) =>
          targets
            .filter((target) => !isSameObject(target.table, table) && isNamedAfter(column.name, target))
            .slice(0, 3)
            .map((target) => suspect(catalog, table, column, target)),
        ),
    );
  },
};

interface Target {
  readonly table: Table;
  /** Text, and unique. */
  readonly column: string;
}

function targetsOf(table: Table): readonly Target[] {
  const { primaryKey, uniques } = table;
  return [...(primaryKey === null ? [] : [primaryKey]), ...uniques].flatMap(({ columns, deferrable }) => {
    const [only, ...rest] = columns;
    const column = only === undefined ? undefined : columnOf(table, only);
    return column !== undefined && rest.length === 0 && !deferrable && isText(column)
      ? [{ table, column: column.name }]
      : [];
  });
}

/** `category`, `category_name` and `product_category` for `categories.name`; `customer_email` for `customer.email`. */
function isNamedAfter(name: string, { table, column }: Target): boolean {
  const words = nameWords(name).map(singular).join(' ');
  const row = rowWords(table.name).join(' ');
  const key = nameWords(column).map(singular).join(' ');
  const isAfter = (wanted: string): boolean => words === wanted || words.endsWith(` ${wanted}`);
  // A column `name` alone belongs to its own table.
  return isAfter(row) || isAfter(`${row} ${key}`) || (key.startsWith(`${row} `) && words === key);
}

const fewestValues = 3;

function suspect(catalog: Catalog, table: Table, column: Column, target: Target): Suspicion {
  const [name, key] = [quoteName(column.name), quoteName(target.column)];
  const missing = `not exists (select from ${sqlName(target.table)} as target where target.${key} = given.${name})`;
  const question = `select count(${name}), count(distinct ${name}), count(*) filter (where ${name} is not null and ${missing}) from ${sqlName(table)} as given`;
  return {
    questions: [question],
    judge: ([answer]) => {
      if (answer == null) return [];
      const [filled, distinct, strange] = [0, 1, 2].map((place) => numberAt(answer, place));
      if ((filled ?? 0) < fewestValues || (strange ?? 0) > 0) return [];
      const there = `${qualifiedName(target.table)}.${target.column}`;
      return [
        finding({
          rule: nameForId.id,
          rank: 'wrong',
          table,
          columns: [column.name],
          part: there,
          what: `${columnWords(table, column.name)} holds names of ${code(there)}, and nothing ties it to them.`,
          why: `All ${rowsWords(filled ?? 0)} with a value name one of ${distinct ?? 0} that are there; rename one of those, and its rows here name nothing, and a slip of the pen is let in.`,
          fixes: [...idFix(catalog, table, column, target), nameFix(table, column, target)],
        }),
      ];
    },
  };
}

/** The id in the place of the name, where the target has one that is another column. */
function idFix(catalog: Catalog, table: Table, column: Column, { table: target, column: key }: Target): readonly Fix[] {
  const [id, ...rest] = target.primaryKey?.columns ?? [];
  const idColumn = id === undefined ? undefined : columnOf(target, id);
  const isRead = catalog.views.some(({ dependsOn }) => dependsOn.some((name) => isSameObject(name, table)));
  const isUsed = table.indexes.some(({ where, columns }) =>
    [where ?? '', ...columns.map(({ expression }) => expression)].some((text) => text.includes(column.name)),
  );
  if (idColumn === undefined || rest.length > 0 || idColumn.name === key || isRead || isUsed) return [];
  const made = freeColumn(table, `${rowWords(target.name).join('_')}_id`);
  const parts = [
    ...(column.notNull ? [`alter column ${quoteName(made)} set not null`] : []),
    `add foreign key (${quoteName(made)}) references ${sqlName(target)} (${quoteName(idColumn.name)})`,
    `drop column ${quoteName(column.name)}`,
  ];
  return [
    {
      label: `Its id instead: ${made}`,
      sql: [
        `alter table ${sqlName(table)} add column ${quoteName(made)} ${idColumn.type};`,
        `update ${sqlName(table)} as given set ${quoteName(made)} = target.${quoteName(idColumn.name)}`,
        `from ${sqlName(target)} as target where target.${quoteName(key)} = given.${quoteName(column.name)};`,
        // Else ALTER TABLE would be refused: events of the foreign keys that the update has touched may be pending.
        'set constraints all immediate;',
        `alter table ${sqlName(table)}\n  ${parts.join(',\n  ')};`,
        `create index on ${sqlName(table)} (${quoteName(made)});`,
      ].join('\n'),
    },
  ];
}

function nameFix(table: Table, column: Column, { table: target, column: key }: Target): Fix {
  return {
    label: 'Keep the name, and tie it: a foreign key',
    sql: [
      `alter table ${sqlName(table)}\n  add foreign key (${quoteList([column.name])}) references ${sqlName(target)} (${quoteName(key)}) on update cascade;`,
      `create index on ${sqlName(table)} (${quoteName(column.name)});`,
    ].join('\n'),
  };
}
