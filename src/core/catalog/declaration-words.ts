import type { Column, ForeignKey, Index, IndexColumn, Routine, Table } from './catalog.ts';
import { qualifiedName } from './object-name.ts';

/** What is declared of a column besides its type, in SQL's words: `not null`, `default now()`. */
export function columnWords(column: Column, table: Table): readonly string[] {
  const isKey = table.primaryKey?.columns.includes(column.name) === true;
  return [
    ...(table.primaryKey?.columns.length === 1 && isKey ? ['primary key'] : []),
    ...(isAlone(table.uniques, column.name) ? ['unique'] : []),
    // A primary key says so already.
    ...(column.notNull && !isKey ? ['not null'] : []),
    ...(column.identity === null ? [] : [`identity ${column.identity}`]),
    ...(column.default === null ? [] : [`default ${column.default}`]),
    ...(column.generated === null ? [] : [`generated as ${column.generated}`]),
    ...(column.collation === null ? [] : [`collate ${column.collation}`]),
  ];
}

/** `on delete cascade`, `on update restrict`; what PostgreSQL does anyway is left out. */
export function actionWords({ onDelete, onUpdate, deferrable, initiallyDeferred }: ForeignKey): string {
  return [
    ...(onDelete === 'no action' ? [] : [`on delete ${onDelete}`]),
    ...(onUpdate === 'no action' ? [] : [`on update ${onUpdate}`]),
    ...(initiallyDeferred ? ['initially deferred'] : deferrable ? ['deferrable'] : []),
  ].join(' ');
}

/** `btree (user_id, created_at desc) include (total) where …`. */
export function indexWords({ method, unique, columns, include, where, constraint }: Index): string {
  return [
    ...(unique ? ['unique'] : []),
    `${method} (${columns.map(indexColumnWords).join(', ')})`,
    ...(include.length === 0 ? [] : [`include (${include.join(', ')})`]),
    ...(where === null ? [] : [`where ${where}`]),
    ...(constraint === null ? [] : ['· made by its constraint']),
  ].join(' ');
}

function indexColumnWords({ expression, isExpression, descending, nullsFirst }: IndexColumn): string {
  // NULLs come first in a descending index unless told otherwise, and last in an ascending one.
  const nulls = nullsFirst === descending ? '' : nullsFirst ? ' nulls first' : ' nulls last';
  return `${isExpression ? `(${expression})` : expression}${descending ? ' desc' : ''}${nulls}`;
}

function isAlone(keys: Table['uniques'], column: string): boolean {
  return keys.some(({ columns }) => columns.length === 1 && columns[0] === column);
}

/** `foreign key (city_id) → city(id)`. */
export function foreignKeyWords({ columns, references }: ForeignKey): string {
  const target = qualifiedName({ schema: references.schema, name: references.table });
  return `foreign key (${columns.join(', ')}) → ${target}(${references.columns.join(', ')})`;
}

/** A function is known by its arguments too: `vat(amount numeric)`. */
export function signatureOf(routine: Routine): string {
  return `${qualifiedName(routine)}(${routine.arguments})`;
}
