import type { ForeignKey, Index, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { finding } from './finding.ts';
import { certain, type Rule } from './rule.ts';
import { code, quoteList, reviewedTables, rowsWords } from './subject.ts';

export const unindexedForeignKey: Rule = {
  id: 'unindexed-foreign-key',
  looksFor: 'foreign keys without an index on their columns',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) =>
      unindexed(table).map(({ columns, references }) => {
        const parent = { schema: references.schema, name: references.table };
        const rows = table.rows.count;
        return certain(
          finding({
            rule: unindexedForeignKey.id,
            rank: 'slow',
            table,
            columns,
            what: `No index begins with ${code(...columns)}, which ${columns.length === 1 ? 'refers' : 'refer'} to ${code(qualifiedName(parent))}.`,
            why:
              rows > 0
                ? `To delete one row of ${code(qualifiedName(parent))}, PostgreSQL reads all ${rowsWords(rows)} of ${code(qualifiedName(table))} to see whether one refers to it, and so does every join from there.`
                : `To delete one row of ${code(qualifiedName(parent))}, PostgreSQL will read the whole of ${code(qualifiedName(table))} to see whether a row refers to it, and so will every join from there.`,
            fixes: [{ label: 'An index', sql: `create index on ${sqlName(table)} (${quoteList(columns)});` }],
          }),
        );
      }),
    ),
};

/** Foreign keys on other columns than those before them, without an index that finds their rows. */
function unindexed(table: Table): readonly ForeignKey[] {
  const missing = table.foreignKeys.filter(({ columns }) => !table.indexes.some((index) => serves(index, columns)));
  const byColumns = new Map(missing.map((key) => [[...key.columns].toSorted().join('\u0000'), key]));
  return [...byColumns.values()];
}

/** Whether an index finds the rows with given values of these columns: they come first in it, in any order. */
function serves({ method, where, valid, columns }: Index, wanted: readonly string[]): boolean {
  if (where !== null || !valid || (method !== 'btree' && !(method === 'hash' && wanted.length === 1))) return false;
  const first = columns.slice(0, wanted.length);
  // An operator class of its own (text_pattern_ops) may not know the equality that the key asks for.
  const isPlain = first.every(({ isExpression, operatorClass }) => !isExpression && operatorClass === null);
  return isPlain && wanted.every((name) => first.some(({ expression }) => expression === name));
}
