import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { SqlFailure, StatementFailure } from '#core/engine/outcome.ts';
import type { Design } from './design.ts';
import { tableOf } from './drawing.ts';
import type { SchemaEdit } from './schema-edit.ts';

/** What to do about a drawing that was refused. */
export interface FailureAdvice {
  readonly words: string;
  /** Finds the rows that stand in the way. */
  readonly query: string | null;
  /** A stroke that would help. */
  readonly fix: { readonly label: string; readonly edit: SchemaEdit } | null;
}

/** Null where PostgreSQL's own words are all there is to say. */
export function failureAdvice(failure: SqlFailure, live: Catalog, design: Design): FailureAdvice | null {
  if (failure.kind !== 'statement') return null;
  switch (failure.sqlState) {
    case '23502':
      return ofNulls(failure, live, design);
    case '23505':
      return ofDuplicates(failure, live, design);
    case '23514':
      return ofCheck(failure, live, design);
    case '23503':
      return ofForeignKey(failure, live, design);
    case '42804':
      return ofCast(failure, live, design);
    case '22P02':
    case '22003':
    case '22007':
    case '22008':
      return plain(
        'A value that is there can not be converted to the new type. Correct those rows first, or choose another type.',
      );
    case '2BP01':
    case '0A000':
      return plain('Something else is built on it, such as a view. Drop that first, run this, and make it again.');
    case '42704':
      return failure.message.includes('gist')
        ? {
            ...plain(
              'A gist index compares numbers and text only with an extension. Run this once, then run the drawing.',
            ),
            query: 'create extension btree_gist',
          }
        : plain('There is nothing of that name. Look at how it is spelt, and type the right one over it.');
    default:
      return null;
  }
}

function plain(words: string): FailureAdvice {
  return { words, query: null, fix: null };
}

function ofNulls(failure: StatementFailure, live: Catalog, design: Design): FailureAdvice | null {
  const found = tablesOf(failure, live, design);
  const { column } = failure;
  if (found === null || column === undefined) return null;
  const liveColumn = design.lineage.columns.get(objectKey(found.drawn))?.get(column) ?? column;
  if (found.live?.columns.some(({ name }) => name === liveColumn) !== true) {
    return plain(
      `\`${qualifiedName(found.drawn)}\` has rows, and they have no value for the new column. Give it a default; or draw it without NOT NULL, fill it, and make it NOT NULL after that.`,
    );
  }
  return {
    words: 'Some rows have no value there. Give them one, or delete them, then run the drawing again.',
    query: `select * from ${sqlName(found.live)} where ${quoteName(liveColumn)} is null`,
    fix: null,
  };
}

function ofDuplicates(failure: StatementFailure, live: Catalog, design: Design): FailureAdvice | null {
  const found = tablesOf(failure, live, design);
  if (found?.live === undefined) return null;
  const { primaryKey, uniques, indexes } = found.drawn;
  const key = [...(primaryKey === null ? [] : [primaryKey]), ...uniques].find(
    ({ name }) => name === failure.constraint,
  );
  const index = indexes.find(({ name }) => name === failure.constraint);
  const columns = key?.columns ?? index?.columns.map(({ expression }) => expression);
  if (columns === undefined) return null;
  const names = liveNames(found.drawn, columns, design).map(quoteName).join(', ');
  return {
    words: 'Some rows have the same values there. Make them differ, or delete those that are too many.',
    query: `select ${names}, count(*) from ${sqlName(found.live)} group by ${names} having count(*) > 1`,
    fix: null,
  };
}

function ofCheck(failure: StatementFailure, live: Catalog, design: Design): FailureAdvice | null {
  const found = tablesOf(failure, live, design);
  const check = found?.drawn.checks.find(({ name }) => name === failure.constraint);
  if (found?.live === undefined || check === undefined) return null;
  return {
    words: 'Some rows do not fulfil the check. Correct them, or draw the check otherwise.',
    query: `select * from ${sqlName(found.live)} where not (${check.expression})`,
    fix: null,
  };
}

function ofForeignKey(failure: StatementFailure, live: Catalog, design: Design): FailureAdvice | null {
  const found = tablesOf(failure, live, design);
  const key = found?.drawn.foreignKeys.find(({ name }) => name === failure.constraint);
  if (found?.live === undefined || key === undefined) return null;
  const target: ObjectName = { schema: key.references.schema, name: key.references.table };
  const liveTarget = design.lineage.tables.get(objectKey(target)) ?? target;
  const targetTable = tableOf(design.catalog, target);
  const there =
    targetTable === undefined ? key.references.columns : liveNames(targetTable, key.references.columns, design);
  const own = liveNames(found.drawn, key.columns, design);
  const pairs = own.map((column, at) => `t.${quoteName(there[at] ?? '')} = o.${quoteName(column)}`);
  const filled = own.map((column) => `o.${quoteName(column)} is not null`);
  return {
    words: 'Some rows reference what is not there. Add it, or correct those rows.',
    query: `select * from ${sqlName(found.live)} o where ${filled.join(' and ')} and not exists (select from ${sqlName(liveTarget)} t where ${pairs.join(' and ')})`,
    fix: null,
  };
}

/** PostgreSQL converts by itself only where nothing can be lost in meaning. */
function ofCast(failure: StatementFailure, live: Catalog, design: Design): FailureAdvice | null {
  const [, column = '', type = ''] =
    /^column "(.*)" cannot be cast automatically to type (.*)$/.exec(failure.message) ?? [];
  const table = design.catalog.tables.find((drawn) => {
    const from = tableOf(live, design.lineage.tables.get(objectKey(drawn)) ?? drawn);
    const before = from?.columns.find(({ name }) => name === liveNames(drawn, [column], design)[0]);
    const after = drawn.columns.find(({ name }) => name === column);
    return before !== undefined && after !== undefined && before.type !== after.type;
  });
  const drawn = table?.columns.find(({ name }) => name === column);
  if (table === undefined || drawn === undefined) return null;
  const using = `${quoteName(column)}::${drawn.type}`;
  return {
    words: `PostgreSQL does not convert to ${type} unasked, because not every value may have one.`,
    query: null,
    fix: {
      label: `Convert with ${using}`,
      edit: {
        kind: 'change-column',
        table: { schema: table.schema, name: table.name },
        column,
        to: { type: drawn.type },
        using,
      },
    },
  };
}

interface FoundTable {
  readonly drawn: Table;
  /** Undefined for one that is new. */
  readonly live: Table | undefined;
}

/** The table that a failure names: by its drawn name, because renames come first. */
function tablesOf({ schema, table }: StatementFailure, live: Catalog, design: Design): FoundTable | null {
  if (table === undefined) return null;
  const name: ObjectName = { schema: schema ?? 'public', name: table };
  const drawn = tableOf(design.catalog, name);
  if (drawn === undefined) return null;
  const from = design.lineage.tables.get(objectKey(name));
  return { drawn, live: from === undefined ? undefined : tableOf(live, from) };
}

/** Nothing was changed, so the rows are found under the names of before. */
function liveNames(table: Table, columns: readonly string[], { lineage }: Design): readonly string[] {
  const renamed = lineage.columns.get(objectKey(table));
  return columns.map((column) => renamed?.get(column) ?? column);
}
