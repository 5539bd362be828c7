import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { quoteText } from './sql-text.ts';

export function tableComment(table: ObjectName, comment: string | null): DdlStatement {
  const sql = `comment on table ${sqlName(table)} is ${comment === null ? 'null' : quoteText(comment)}`;
  return { sql, about: `comment on ${qualifiedName(table)}` };
}

export function columnComment(table: ObjectName, column: string, comment: string | null): DdlStatement {
  const name = `${sqlName(table)}.${quoteName(column)}`;
  const sql = `comment on column ${name} is ${comment === null ? 'null' : quoteText(comment)}`;
  return { sql, about: `comment on ${qualifiedName(table)}.${column}` };
}

/** The comments of a table that is new. */
export function commentsOf(table: Table): readonly DdlStatement[] {
  return [
    ...(table.comment === null ? [] : [tableComment(table, table.comment)]),
    ...table.columns.flatMap(({ name, comment }) => (comment === null ? [] : [columnComment(table, name, comment)])),
  ];
}
