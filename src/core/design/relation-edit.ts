import type { Catalog, Column, Index, Key, Table } from '#core/catalog/catalog.ts';
import { plainColumn, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { tableOf } from './drawing.ts';
import { fitName } from '#core/catalog/given-name.ts';
import { plainIndexColumn, withKeyIndexes } from './key-indexes.ts';
import { nameProblem } from './name-problem.ts';
import { isSelf } from './naming.ts';
import { foreignKeyOf, keyColumns, type Relation } from './relations.ts';
import type { SchemaEdit } from './schema-edit.ts';
import { takenNames } from './taken-names.ts';

/** All that makes a relation, as one edit; or why it can not be made, in a sentence. */
export function relationEdit(catalog: Catalog, relation: Relation): Result<SchemaEdit, string> {
  const from = tableOf(catalog, relation.from);
  const to = tableOf(catalog, relation.to);
  if (from === undefined) return err(`The table \`${qualifiedName(relation.from)}\` is not there any more.`);
  if (to === undefined) return err(`The table \`${qualifiedName(relation.to)}\` is not there any more.`);
  const withoutKey = [from, ...(relation.kind === 'many-to-many' || relation.sharesKey ? [to] : [])].find(
    ({ primaryKey }) => primaryKey === null,
  );
  if (withoutKey !== undefined) {
    return err(`\`${qualifiedName(withoutKey)}\` has no primary key that could be referenced. Give it one first.`);
  }
  const deferred = [from, ...(relation.kind === 'many-to-many' ? [to] : [])].find(
    (table) => table.primaryKey?.deferrable,
  );
  if (deferred !== undefined) {
    return err(
      `The primary key of \`${qualifiedName(deferred)}\` is deferrable, and PostgreSQL lets none such be referenced.`,
    );
  }
  const edits =
    relation.kind === 'many-to-many'
      ? junctionEdits(catalog, relation, from, to)
      : keyEdits(catalog, relation, from, to);
  return edits.ok ? ok({ kind: 'together', title: titleOf(relation), edits: edits.value }) : edits;
}

export function titleOf({ kind, from, to }: Relation): string {
  const words = { 'one-to-many': 'one to many', 'many-to-many': 'many to many', 'one-to-one': 'one to one' };
  return `${qualifiedName(from)} and ${qualifiedName(to)}, ${words[kind]}`;
}

type Edits = Result<readonly SchemaEdit[], string>;

function junctionEdits(catalog: Catalog, relation: Relation, from: Table, to: Table): Edits {
  const { columns, otherColumns, junction, onDelete, onUpdate } = relation;
  const name = { schema: to.schema, name: junction };
  const taken = takenNames(catalog, to.schema);
  const all = [...columns, ...otherColumns];
  const problem =
    nameProblem(junction, taken) ??
    all.map((column, at) => nameProblem(column, new Set(all.toSpliced(at, 1)))).find(isSaid);
  if (isSaid(problem)) return err(problem);
  const ends = [
    { table: from, columns, keys: keyColumns(from) },
    { table: to, columns: otherColumns, keys: keyColumns(to) },
  ];
  if (ends.some((end) => end.columns.length !== end.keys.length)) return err('Every column of the keys needs a name.');
  const keyNames = new Set(taken);
  const foreignKeys = ends.map((end) => {
    const keyName = fitName([junction, end.columns.join('_')], 'fkey', keyNames);
    keyNames.add(keyName);
    const references = { schema: end.table.schema, table: end.table.name, columns: end.keys.map((key) => key.name) };
    return foreignKeyOf(keyName, end.columns, { references, onDelete, onUpdate });
  });
  const table = plainTable(junction, {
    schema: to.schema,
    columns: ends.flatMap((end) => end.columns.map((column, at) => referencing(column, end.keys[at], true))),
    primaryKey: plainKey(fitName([junction], 'pkey', taken), ...all),
    foreignKeys: foreignKeys.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  });
  const index = indexOf(fitName([junction, otherColumns.join('_')], 'idx', taken), otherColumns);
  return ok([
    { kind: 'add-table', table: withKeyIndexes(table) },
    { kind: 'add-index', table: name, index },
  ]);
}

function keyEdits(catalog: Catalog, relation: Relation, from: Table, to: Table): Edits {
  const { columns, sharesKey, isRequired, hasIndex, kind, onDelete, onUpdate } = relation;
  const keys = keyColumns(from);
  const own = sharesKey ? (to.primaryKey?.columns ?? []) : columns;
  if (own.length !== keys.length) {
    return err(
      sharesKey
        ? `The keys of \`${qualifiedName(from)}\` and \`${qualifiedName(to)}\` have not as many columns as each other.`
        : 'Every column of the key needs a name.',
    );
  }
  if (sharesKey && isSelf(from, to)) return err('A table can not share its key with itself.');
  const placed = own.map((column, at) => columnEdits(to, column, keys[at], sharesKey || isRequired));
  const failed = placed.find((edits) => !edits.ok);
  if (failed !== undefined) return failed;
  const taken = takenNames(catalog, to.schema);
  const joined = own.join('_');
  const references = { schema: from.schema, table: from.name, columns: keys.map(({ name }) => name) };
  const foreignKey = foreignKeyOf(fitName([to.name, joined], 'fkey', taken), own, { references, onDelete, onUpdate });
  const unique: Key = plainKey(fitName([to.name, joined], 'key', taken), ...own);
  const isUnique = kind === 'one-to-one' && !sharesKey;
  return ok([
    ...placed.flatMap((edits) => (edits.ok ? edits.value : [])),
    ...(isUnique ? [{ kind: 'add-unique', table: nameOf(to), key: unique } as const] : []),
    { kind: 'add-foreign-key', table: nameOf(to), foreignKey },
    ...(hasIndex && kind === 'one-to-many'
      ? [
          {
            kind: 'add-index',
            table: nameOf(to),
            index: indexOf(fitName([to.name, joined], 'idx', taken), own),
          } as const,
        ]
      : []),
  ]);
}

/** The column is added, or one that is there is taken when it can hold the key. */
function columnEdits(table: Table, name: string, key: Column | undefined, isRequired: boolean): Edits {
  const standing = table.columns.find((column) => column.name === name);
  if (standing === undefined) {
    const problem = nameProblem(name, new Set());
    if (problem !== null) return err(problem);
    return ok([{ kind: 'add-column', table: nameOf(table), column: referencing(name, key, isRequired) }]);
  }
  if (standing.type !== key?.type) {
    return err(
      `\`${name}\` is there and is ${standing.type}, but the key is ${key?.type ?? 'gone'}. Choose another name.`,
    );
  }
  // What counts itself would not be what is referenced.
  const identity = standing.identity === null ? {} : { identity: null };
  const notNull = standing.notNull || !isRequired ? {} : { notNull: true };
  const to = { ...identity, ...notNull };
  return ok(Object.keys(to).length === 0 ? [] : [{ kind: 'change-column', table: nameOf(table), column: name, to }]);
}

/** Of the key's type, without what makes the key's values. */
function referencing(name: string, key: Column | undefined, isRequired: boolean): Column {
  return plainColumn(name, key?.type ?? 'bigint', { notNull: isRequired, collation: key?.collation ?? null });
}

function indexOf(name: string, columns: readonly string[]): Index {
  return {
    name,
    method: 'btree',
    unique: false,
    constraint: null,
    columns: columns.map((column) => plainIndexColumn(column)),
    include: [],
    nullsNotDistinct: false,
    where: null,
    valid: true,
  };
}

function nameOf({ schema, name }: Table) {
  return { schema, name };
}

function isSaid(problem: string | null | undefined): problem is string {
  return problem !== null && problem !== undefined;
}
