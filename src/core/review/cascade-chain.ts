import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { isSameObject, objectKey, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt } from './answer-cells.ts';
import { finding } from './finding.ts';
import { isMoney } from './money-words.ts';
import { nameWords, rowWords, singular } from './name-words.ts';
import type { Rule, Suspicion } from './rule.ts';
import { code, isNumber, quoteList, reviewedTables, rowsWords, tableFinder } from './subject.ts';

/** ON DELETE CASCADE into what must outlive the deleting: a user is deleted, and the payments are gone. */
export const cascadeChain: Rule = {
  id: 'cascade-chain',
  looksFor: 'deletes that cascade into payments, orders and other records',
  suspect: (catalog) => {
    const links = linksOf(catalog);
    return links.filter(isIntoRecords).map((link) => suspect(link, chainTo(link, links)));
  },
};

interface Link {
  readonly parent: Table;
  readonly child: Table;
  readonly key: ForeignKey;
}

/** What has happened, and cannot be made not to have happened. */
const records = new Set(
  'payment invoice order transaction refund receipt purchase sale payout ledger audit contract donation bill'.split(
    ' ',
  ),
);

/** The same where money is in it; else it may be a seat for an afternoon. */
const recordsWithMoney = new Set('booking reservation transfer shipment subscription'.split(' '));

function isIntoRecords({ parent, child }: Link): boolean {
  const words = rowWords(child.name);
  const last = singular(words.at(-1) ?? '');
  const hasMoney = child.columns.some((column) => isNumber(column) && isMoney(child, column.name));
  const isRecord = records.has(last) || (recordsWithMoney.has(last) && hasMoney);
  // `order_items` are parts of `orders`, and `audit_orders` of nothing here.
  const isPart = nameWords(child.name)
    .map(singular)
    .join(' ')
    .startsWith(`${rowWords(parent.name).join(' ')} `);
  return isRecord && !isPart && !isSameObject(parent, child);
}

function linksOf(catalog: Catalog): readonly Link[] {
  const find = tableFinder(catalog);
  return reviewedTables(catalog).flatMap((child) =>
    child.foreignKeys
      .filter(({ onDelete }) => onDelete === 'cascade')
      .flatMap((key) => {
        const parent = find({ schema: key.references.schema, name: key.references.table });
        return parent === undefined ? [] : [{ parent, child, key }];
      }),
  );
}

/** The longest way of cascades that ends with this link, its beginning first; a circle is not gone round twice. */
function chainTo(link: Link, links: readonly Link[]): readonly Link[] {
  const chain: Link[] = [link];
  const seen = new Set([objectKey(link.parent), objectKey(link.child)]);
  for (;;) {
    const first = chain[0] ?? link;
    const before = links.find((other) => isSameObject(other.child, first.parent) && !seen.has(objectKey(other.parent)));
    if (before === undefined) return chain;
    seen.add(objectKey(before.parent));
    chain.unshift(before);
  }
}

function suspect({ parent, child, key }: Link, chain: readonly Link[]): Suspicion {
  const root = chain[0]?.parent ?? parent;
  const way = [root, ...chain.map((link) => link.child)].map(qualifiedName);
  // Of the one row of the parent that would take the most with it.
  const columns = quoteList(key.columns);
  const question = `select count(*) as taken from ${sqlName(child)} where ${key.columns.map((name) => `${quoteName(name)} is not null`).join(' and ')} group by ${columns} order by taken desc limit 1`;
  return {
    questions: [question],
    judge: ([answer]) => {
      const most = answer == null ? 0 : numberAt(answer, 0);
      const figure =
        most > 0
          ? `: up to ${rowsWords(most)} of ${code(qualifiedName(child))} for one row of ${code(qualifiedName(parent))}`
          : '';
      return [
        finding({
          rule: cascadeChain.id,
          rank: 'wrong',
          table: child,
          columns: key.columns,
          part: key.name,
          what: `Deleting a row of ${code(qualifiedName(root))} deletes ${code(qualifiedName(child))}: ${code(way.join(' → '))}.`,
          why: `One DELETE takes what has to be accounted for with it, without a word${figure}.`,
          fixes: [
            { label: 'Refuse the delete: RESTRICT', sql: actionFix(child, key, 'restrict') },
            ...(key.columns.every((name) => isNullable(child, name))
              ? [{ label: 'Keep the rows without a parent: SET NULL', sql: actionFix(child, key, 'set null') }]
              : []),
          ],
        }),
      ];
    },
  };
}

function isNullable({ columns }: Table, name: string): boolean {
  return columns.some((column) => column.name === name && !column.notNull && column.generated === null);
}

function actionFix(table: Table, key: ForeignKey, onDelete: string): string {
  const { name, columns, references, match, onUpdate, deferrable, initiallyDeferred, validated } = key;
  const target = sqlName({ schema: references.schema, name: references.table });
  const words = [
    `foreign key (${quoteList(columns)}) references ${target} (${quoteList(references.columns)})`,
    ...(match === 'full' ? ['match full'] : []),
    ...(onUpdate === 'no action' ? [] : [`on update ${onUpdate}`]),
    `on delete ${onDelete}`,
    ...(deferrable ? ['deferrable'] : []),
    ...(initiallyDeferred ? ['initially deferred'] : []),
    ...(validated ? [] : ['not valid']),
  ];
  const quoted = quoteName(name);
  return `alter table ${sqlName(table)}\n  drop constraint ${quoted},\n  add constraint ${quoted} ${words.join(' ')};`;
}
