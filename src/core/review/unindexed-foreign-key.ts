import type { ForeignKey, Index, Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { finding } from './finding.ts';
import { certain, type Rule } from './rule.ts';
import { code, quoteList, reviewedTables, rowsWords, tableFinder } from './subject.ts';

export const unindexedForeignKey: Rule = {
  id: 'unindexed-foreign-key',
  looksFor: 'foreign keys without an index on their columns',
  suspect: (catalog) => {
    const find = tableFinder(catalog);
    return reviewedTables(catalog).flatMap((table) =>
      unindexed(table, find).map(({ columns, references }) => {
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
    );
  },
};

/** Foreign keys on other columns than those before them, without an index that finds their rows. */
function unindexed(table: Table, find: ReturnType<typeof tableFinder>): readonly ForeignKey[] {
  const missing = table.foreignKeys.filter((key) => {
    const parent = find({ schema: key.references.schema, name: key.references.table });
    return !table.indexes.some((index) => serves(index, key, parent));
  });
  const byColumns = new Map(missing.map((key) => [[...key.columns].toSorted().join('\u0000'), key]));
  return [...byColumns.values()];
}

/**
 * Whether an index finds the rows with given values of a key's columns without many others: they come first in it, in any
 * order; or as many of them as say the same, because they are unique, here or in the table that is referred to.
 */
function serves(index: Index, { columns: wanted, references }: ForeignKey, parent: Table | undefined): boolean {
  const { method, where, valid, columns } = index;
  if (where !== null || !valid || (method !== 'btree' && !(method === 'hash' && wanted.length === 1))) return false;
  const strange = columns.findIndex(({ expression, isExpression, operatorClass }) => {
    // An operator class of its own (text_pattern_ops) may not know the equality that the key asks for.
    return isExpression || operatorClass !== null || !wanted.includes(expression);
  });
  const first = columns.slice(0, strange < 0 ? columns.length : strange).map(({ expression }) => expression);
  if (wanted.every((name) => first.includes(name))) return true;
  if (index.unique && first.length === columns.length) return true;
  const referred = first.map((name) => references.columns[wanted.indexOf(name)]);
  const keys = [...(parent?.primaryKey == null ? [] : [parent.primaryKey]), ...(parent?.uniques ?? [])];
  return keys.some((key) => key.columns.every((name) => referred.includes(name)));
}
