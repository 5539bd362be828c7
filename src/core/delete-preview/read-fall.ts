import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import type { Fall, FallNode, SampleRow, TableTotal } from './fall.ts';
import type { FallDocument } from './fall-script.ts';
import { wholeOf, type InboundKey } from './inbound-keys.ts';

type Effect = FallDocument['effects'][number];

/** The tree, its sums, and what reading says of the end. */
export function readFall(catalog: Catalog, table: Table, keys: readonly InboundKey[], document: FallDocument): Fall {
  const { nodes, effects, isCut } = document;

  function childrenOf(id: number): readonly FallNode[] {
    const below = nodes.filter(({ parent }) => parent === id).map(({ id: own }) => nodeOf(own));
    const touched = effects
      .filter(({ node, outside }) => node === id && outside > 0)
      .flatMap((effect) => effectNode(keys, effect));
    return [...below, ...touched];
  }

  function nodeOf(id: number): FallNode {
    const node = nodes.find((one) => one.id === id);
    const key = node?.key == null ? null : (keys[node.key] ?? null);
    return {
      table: nameOf(key?.table ?? table),
      by: key === null ? null : wayOf(key),
      effect: 'falls',
      count: node?.fresh ?? 0,
      alsoReached: node?.also ?? 0,
      sample: (node?.sample ?? []).map(shownRow),
      levels: node?.levels ?? 1,
      children: childrenOf(id),
    };
  }

  return {
    root: nodeOf(0),
    totals: totalsOf(catalog, document),
    ...verdictOf(keys, effects),
    ...(isCut
      ? {
          notes: [
            ...verdictOf(keys, effects).notes,
            'It goes on further down than is drawn here; the sums count all of it.',
          ],
        }
      : {}),
  };
}

function nameOf({ schema, name }: ObjectName): ObjectName {
  return { schema, name };
}

function wayOf({ foreignKey }: InboundKey): NonNullable<FallNode['by']> {
  return { constraint: foreignKey.name, columns: foreignKey.columns, action: foreignKey.onDelete };
}

function effectNode(keys: readonly InboundKey[], { key: place, outside, sample }: Effect): readonly FallNode[] {
  const key = keys[place];
  if (key === undefined) return [];
  const { onDelete } = key.foreignKey;
  const effect = onDelete === 'set null' || onDelete === 'set default' ? onDelete : 'blocks';
  const rows = (sample ?? []).map(shownRow);
  return [
    {
      table: nameOf(key.table),
      by: wayOf(key),
      effect,
      count: outside,
      alsoReached: 0,
      sample: rows,
      levels: 1,
      children: [],
    },
  ];
}

function shownRow(row: Readonly<Record<string, unknown>>): SampleRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null || typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

function totalsOf(catalog: Catalog, { totals, touched }: FallDocument): readonly TableTotal[] {
  const sums = new Map<string, { table: ObjectName; deleted: number; changed: number; blocking: number }>();
  const sumOf = (name: ObjectName) => {
    const whole = wholeOf(catalog, name);
    const sum = sums.get(objectKey(whole)) ?? { table: nameOf(whole), deleted: 0, changed: 0, blocking: 0 };
    sums.set(objectKey(whole), sum);
    return sum;
  };
  for (const { schema, name, count } of totals) sumOf({ schema, name }).deleted += count;
  for (const { schema, name, blocks, count } of touched)
    sumOf({ schema, name })[blocks ? 'blocking' : 'changed'] += count;
  return [...sums.values()];
}

function verdictOf(keys: readonly InboundKey[], effects: readonly Effect[]): Pick<Fall, 'verdict' | 'notes'> {
  const refusals: string[] = [];
  const doubts: string[] = [];
  for (const { key: place, outside, inside, lost, lostInside } of effects) {
    const key = keys[place];
    if (key === undefined) continue;
    const { foreignKey, table } = key;
    const name = qualifiedName(table);
    const touched = foreignKey.onDeleteColumns.length > 0 ? foreignKey.onDeleteColumns : foreignKey.columns;
    switch (foreignKey.onDelete) {
      case 'restrict':
      case 'no action':
        if (outside > 0) refusals.push(`${foreignKey.name}: rows of ${name} refer to what would be deleted.`);
        else if (inside > 0)
          doubts.push(
            `${foreignKey.name} protects rows of ${name} that would be deleted too: it depends on what PostgreSQL does first.`,
          );
        break;
      case 'set null':
        if (outside > 0 && touched.some((column) => isNotNull(table, column))) {
          refusals.push(`${foreignKey.name}: ON DELETE SET NULL meets a column of ${name} that is NOT NULL.`);
        } else if (outside + inside > 0) doubts.push(...doubtsOf(key, touched));
        break;
      case 'set default':
        if (lost > 0) refusals.push(`${foreignKey.name}: the default of ${touched.join(', ')} has no parent.`);
        else if (lostInside > 0) {
          doubts.push(
            `${foreignKey.name} sets rows of ${name} that would be deleted too to a default without a parent: it depends on what PostgreSQL does first.`,
          );
        } else if (outside + inside > 0) doubts.push(...doubtsOf(key, touched));
        break;
      case 'cascade':
        break;
    }
  }
  if (refusals.length > 0) return { verdict: 'refused', notes: [...new Set([...refusals, ...doubts])] };
  return { verdict: doubts.length > 0 ? 'uncertain' : 'goes', notes: [...new Set(doubts)] };
}

function isNotNull(table: Table, column: string): boolean {
  return (
    table.primaryKey?.columns.includes(column) === true ||
    table.columns.some(({ name, notNull }) => name === column && notNull)
  );
}

/** What is written to a row may break what else binds its columns. */
function doubtsOf({ table, foreignKey }: InboundKey, touched: readonly string[]): readonly string[] {
  const isBound =
    table.checks.some(({ expression }) => touched.some((column) => expression.includes(column))) ||
    table.indexes.some(
      ({ unique, columns }) => unique && columns.some(({ expression }) => touched.includes(expression)),
    ) ||
    table.foreignKeys.some(
      (other) => other !== foreignKey && other.columns.some((column) => touched.includes(column)),
    ) ||
    (foreignKey.match === 'full' && touched.length < foreignKey.columns.length) ||
    // A row that falls too may be gone by then, or not yet.
    touched.some((column) => isNotNull(table, column));
  return isBound
    ? [
        `${foreignKey.name} writes to ${touched.join(', ')} of ${qualifiedName(table)}, which other constraints look at.`,
      ]
    : [];
}
