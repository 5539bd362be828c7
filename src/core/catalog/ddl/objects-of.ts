import type { Catalog, Routine, Sequence, Table, UserType, View } from '#core/catalog/catalog.ts';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { creationOrder, weights, type Needing } from './creation-order.ts';
import { namedIn } from './named-in.ts';

/** What a script makes, each in its turn. */
export type SchemaObject =
  | { readonly kind: 'type'; readonly object: UserType }
  | { readonly kind: 'sequence'; readonly object: Sequence }
  | { readonly kind: 'function'; readonly object: Routine }
  | { readonly kind: 'table'; readonly object: Table }
  | { readonly kind: 'view'; readonly object: View };

/** One whose body names what is made after it: it has to be taken on trust. */
export function comesEarly(routine: Routine, later: readonly SchemaObject[]): boolean {
  const names = new Set(namedInAny(routine.definition).map(objectKey));
  return later.some(({ kind, object }) => kind !== 'type' && object !== routine && names.has(objectKey(object)));
}

type Node = Needing & { readonly is: SchemaObject };

/**
 * All objects of a catalog in an order in which each can be made; sequences of identity columns come with their tables.
 * Tables that stand already come early.
 */
export function objectsInOrder(
  catalog: Catalog,
  isStanding: (table: Table) => boolean = () => false,
): readonly SchemaObject[] {
  const all = objectsOf(catalog);
  const byName = new Map<string, SchemaObject[]>();
  for (const one of all) {
    const key = objectKey(one.object);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const nodes = all.map((is): Node => {
    const needs = new Map<string, number>();
    const need = (names: readonly ObjectName[], weight: number): void => {
      for (const name of names) {
        for (const found of byName.get(objectKey(name)) ?? []) {
          const key = keyOf(found);
          needs.set(key, Math.max(needs.get(key) ?? 0, weight));
        }
      }
    };
    addNeeds(is, need);
    // A table that stands gets its foreign keys when all tables do.
    if (is.kind === 'table' && !isStanding(is.object)) need(is.object.foreignKeys.map(targetOf), weights.wished);
    return { key: keyOf(is), needs, is };
  });
  return creationOrder(nodes).map(({ is }) => is);
}

function objectsOf({ types, sequences, functions, tables, views }: Catalog): readonly SchemaObject[] {
  return [
    ...types.map((object) => ({ kind: 'type', object }) as const),
    ...sequences.filter(({ isIdentity }) => !isIdentity).map((object) => ({ kind: 'sequence', object }) as const),
    ...functions.map((object) => ({ kind: 'function', object }) as const),
    ...tables.map((object) => ({ kind: 'table', object }) as const),
    ...views.map((object) => ({ kind: 'view', object }) as const),
  ];
}

function keyOf({ kind, object }: SchemaObject): string {
  return JSON.stringify([kind, object.schema, object.name, kind === 'function' ? object.arguments : '']);
}

type Need = (names: readonly ObjectName[], weight: number) => void;

function addNeeds({ kind, object }: SchemaObject, need: Need): void {
  switch (kind) {
    case 'type':
      need(
        [object.domain?.type, object.subtype, ...object.attributes.map(({ type }) => type)].flatMap(namedInAny),
        weights.certain,
      );
      need(
        [object.domain?.default, ...(object.domain?.checks ?? []).map(({ expression }) => expression)].flatMap(
          namedInAny,
        ),
        weights.likely,
      );
      return;
    case 'sequence':
      return;
    case 'function':
      need(object.dependsOn, weights.certain);
      need(namedInAny(object.definition), weights.inBody);
      return;
    case 'table':
      addNeedsOfTable(object, need);
      return;
    case 'view':
      need(object.dependsOn, weights.certain);
      return;
  }
}

function addNeedsOfTable(table: Table, need: Need): void {
  const { columns, checks, exclusions, indexes, partitioning, partitionOf } = table;
  if (partitionOf !== null) need([{ schema: partitionOf.schema, name: partitionOf.table }], weights.certain);
  need(
    columns.flatMap(({ type }) => namedIn(type)),
    weights.certain,
  );
  const expressions = [
    ...columns.flatMap((column) => [column.default, column.generated]),
    ...checks.map(({ expression }) => expression),
    ...exclusions.flatMap(({ elements, where }) => [
      where,
      ...elements.filter(({ isExpression }) => isExpression).map(({ expression }) => expression),
    ]),
    ...indexes.flatMap((index) => [
      index.where,
      ...index.columns.filter(({ isExpression }) => isExpression).map(({ expression }) => expression),
    ]),
    ...(partitioning?.key ?? []),
  ];
  need(expressions.flatMap(namedInAny), weights.likely);
}

function targetOf({ references }: Table['foreignKeys'][number]): ObjectName {
  return { schema: references.schema, name: references.table };
}

function namedInAny(sql: string | null | undefined): readonly ObjectName[] {
  return sql === null || sql === undefined ? [] : namedIn(sql);
}
