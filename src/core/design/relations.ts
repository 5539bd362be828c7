import type { Catalog, Column, ForeignKey, ReferentialAction, Table } from '#core/catalog/catalog.ts';
import type { ObjectName } from '#core/catalog/object-name.ts';
import { tableOf } from './drawing.ts';
import { cutName } from '#core/catalog/given-name.ts';
import { freeName, freeNames, isSelf, junctionName, referenceName, type NamingConventions } from './naming.ts';

export type RelationKind = 'one-to-many' | 'many-to-many' | 'one-to-one';

/**
 * A relation between two tables as it is about to be drawn: one of `from` has many of `to`. It is proposed by the
 * conventions, changed in a form, and becomes one edit.
 */
export interface Relation {
  readonly kind: RelationKind;
  readonly from: ObjectName;
  readonly to: ObjectName;
  /** Whether one of `to` can not be without one of `from`. A junction's columns always are required. */
  readonly isRequired: boolean;
  /** The columns that reference the key of `from`: of `to`, or of the junction table. */
  readonly columns: readonly string[];
  /** The junction's columns that reference the key of `to`; empty for the other kinds. */
  readonly otherColumns: readonly string[];
  /** Of a many-to-many relation. */
  readonly junction: string;
  /** One to one: the primary key of `to` is itself the foreign key. */
  readonly sharesKey: boolean;
  /** One to many: with an index on the columns, without which a delete in `from` reads all of `to`. */
  readonly hasIndex: boolean;
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
}

/** What the conventions say. A link in a junction table means nothing without its ends, so there cascade is proposed. */
export function proposeRelation(
  catalog: Catalog,
  kind: RelationKind,
  { from, to }: { readonly from: ObjectName; readonly to: ObjectName },
  conventions: NamingConventions,
): Relation {
  const source = tableOf(catalog, from);
  const target = tableOf(catalog, to);
  const common = { kind, from, to, onUpdate: 'no action', sharesKey: false, hasIndex: kind === 'one-to-many' } as const;
  if (kind === 'many-to-many') {
    const columns = freeNames(keyColumns(source).map(({ name }) => referenceName(from.name, name, conventions)));
    const others = keyColumns(target).map(({ name }) => referenceName(to.name, name, conventions));
    const own = isSelf(from, to) ? others.map((name) => `other_${name}`) : others;
    return {
      ...common,
      isRequired: true,
      columns,
      otherColumns: freeNames(own, columns),
      junction: junctionName(catalog, from, to, conventions),
      onDelete: 'cascade',
    };
  }
  const columns: string[] = [];
  for (const key of keyColumns(source)) {
    const name = cutName(isSelf(from, to) ? `parent_${key.name}` : referenceName(from.name, key.name, conventions));
    const isFree = target === undefined || isFreeToReference(target, name, key);
    columns.push(freeName(name, new Set([...columns, ...(isFree ? [] : columnNames(target))])));
  }
  return {
    ...common,
    isRequired: !isSelf(from, to),
    columns,
    otherColumns: [],
    junction: '',
    onDelete: 'no action',
  };
}

/** The columns of the key that a relation references; none where there is no primary key. */
export function keyColumns(table: Table | undefined): readonly Column[] {
  const names = table?.primaryKey?.columns ?? [];
  return names.flatMap((name) => table?.columns.filter((column) => column.name === name) ?? []);
}

/** A column that is there, has the key's type and references nothing yet: it waits for this relation. */
export function isFreeToReference(table: Table, name: string, key: Column): boolean {
  const standing = table.columns.find((column) => column.name === name);
  if (standing?.type !== key.type || table.primaryKey?.columns.includes(name) === true) return false;
  return !table.foreignKeys.some(({ columns }) => columns.includes(name));
}

export function foreignKeyOf(
  name: string,
  columns: readonly string[],
  { references, onDelete, onUpdate }: Pick<ForeignKey, 'references' | 'onDelete' | 'onUpdate'>,
): ForeignKey {
  return {
    name,
    columns,
    references,
    match: 'simple',
    onDelete,
    onDeleteColumns: [],
    onUpdate,
    deferrable: false,
    initiallyDeferred: false,
    validated: true,
  };
}

function columnNames({ columns }: Table): ReadonlySet<string> {
  return new Set(columns.map(({ name }) => name));
}
