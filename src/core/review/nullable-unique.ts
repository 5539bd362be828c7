import type { Key, Table } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt } from './answer-cells.ts';
import { finding, type Fix } from './finding.ts';
import { nameWords } from './name-words.ts';
import type { Rule, Suspicion } from './rule.ts';
import { code, columnOf, quoteList, reviewedTables, rowsWords } from './subject.ts';

/** A unique constraint lets rows be alike as long as one of its columns is NULL. */
export const nullableUnique: Rule = {
  id: 'nullable-unique',
  looksFor: 'unique constraints that rows with NULL slip through',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) =>
      table.uniques
        .filter(({ nullsNotDistinct }) => !nullsNotDistinct)
        .flatMap((key) => {
          const nullable = key.columns.filter((name) => columnOf(table, name)?.notNull === false);
          const isReferredTo = catalog.tables.some(({ foreignKeys }) =>
            foreignKeys.some(
              ({ references: { schema, table: name, columns } }) =>
                isSameObject({ schema, name }, table) && columns.every((column) => key.columns.includes(column)),
            ),
          );
          return nullable.length === 0 || isOptional(table, key) ? [] : [suspect(table, key, nullable, isReferredTo)];
        }),
    ),
};

/** By these a row is looked up, and told from others, by everyone who uses it. */
const identifying = /^(?:e?mail|username|login|handle|slug|sku|code|name|title|nickname)$/;

/** A lone value that some rows do not have is most often meant so: an ISBN, an invoice's number, the row it replaces. */
function isOptional({ foreignKeys }: Table, { columns }: Key): boolean {
  const [only, ...rest] = columns;
  if (only === undefined || rest.length > 0) return false;
  const isReference = foreignKeys.some((foreign) => foreign.columns.includes(only));
  return isReference || !identifying.test(nameWords(only).at(-1) ?? '');
}

function suspect(table: Table, key: Key, nullable: readonly string[], isReferredTo: boolean): Suspicion {
  const columns = quoteList(key.columns);
  const hasNull = nullable.map((name) => `${quoteName(name)} is null`).join(' or ');
  const counts = `select count(*) filter (where ${hasNull}), count(*) - count(distinct (${columns}, 0)) from ${sqlName(table)}`;
  const twins = `select ${columns}, count(*) as "rows" from ${sqlName(table)} where ${hasNull} group by ${columns} having count(*) > 1 order by count(*) desc limit 5`;
  return {
    questions: [counts, twins],
    judge: ([counted, alike]) => {
      if (counted == null) return [];
      const nulls = numberAt(counted, 0);
      const repeated = numberAt(counted, 1);
      const isAlone = key.columns.length === 1;
      return [
        finding({
          rule: nullableUnique.id,
          // A value that may be missing is often meant so; rows of the same key are not.
          rank: repeated > 0 && !isAlone ? 'wrong' : 'habit',
          table,
          columns: key.columns,
          part: key.name,
          what: `${code(key.name)} is unique, but ${code(...nullable)} may be NULL, and NULLs are not alike to it.`,
          why: whyOf(table, { nulls, repeated, nullable, isAlone }),
          evidence:
            repeated > 0 && alike != null && !isAlone
              ? { caption: `What ${key.name} let in more than once`, rows: alike }
              : null,
          fixes: [
            ...(nulls === 0 ? [notNullFix(table, nullable)] : []),
            ...(repeated === 0 && !isReferredTo ? [notDistinctFix(table, key)] : []),
          ],
          advice:
            nulls > 0
              ? `${rowsWords(nulls)} would need a value before NOT NULL can stand${repeated > 0 ? ', and those that are alike would have to become one before NULLS NOT DISTINCT can' : ''}.`
              : null,
        }),
      ];
    },
  };
}

interface Figures {
  readonly nulls: number;
  readonly repeated: number;
  readonly nullable: readonly string[];
  readonly isAlone: boolean;
}

function whyOf(table: Table, { nulls, repeated, nullable, isAlone }: Figures): string {
  const name = code(qualifiedName(table));
  if (nulls === 0) {
    return isAlone
      ? `No row has NULL yet; the first two that do will both be let in.`
      : `No row has NULL yet; once ${code(...nullable)} is NULL, ${name} takes the same one again and again.`;
  }
  if (isAlone)
    return `${rowsWords(nulls)} of ${name} ${nulls === 1 ? 'has' : 'have'} NULL there, each beside the other.`;
  const have = `${rowsWords(nulls)} of ${name} ${nulls === 1 ? 'has' : 'have'} NULL there`;
  return repeated > 0
    ? `${have}, and ${rowsWords(repeated)} ${repeated === 1 ? 'repeats' : 'repeat'} another.`
    : `${have}: each of them could be stored once more.`;
}

function notNullFix(table: Table, nullable: readonly string[]): Fix {
  const parts = nullable.map((name) => `alter column ${quoteName(name)} set not null`);
  return { label: 'There is always a value', sql: `alter table ${sqlName(table)}\n  ${parts.join(',\n  ')};` };
}

function notDistinctFix(table: Table, key: Key): Fix {
  const include = key.include.length === 0 ? '' : ` include (${quoteList(key.include)})`;
  const deferred = key.initiallyDeferred ? ' initially deferred' : '';
  const when = key.deferrable ? ` deferrable${deferred}` : '';
  const name = quoteName(key.name);
  return {
    label: 'NULL counts as a value: one row may have it',
    sql: `alter table ${sqlName(table)}\n  drop constraint ${name},\n  add constraint ${name} unique nulls not distinct (${quoteList(key.columns)})${include}${when};`,
  };
}
