import type { Catalog, Column, Sequence, Table } from '#core/catalog/catalog.ts';
import type { Lineage } from '#core/catalog/lineage.ts';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { err, ok } from '#core/shared/result.ts';
import { isSameData } from '#core/shared/same-data.ts';
import {
  bySchemaAndName,
  familyOf,
  noColumn,
  noTable,
  tableOf,
  withTables,
  type Drawing,
  type Drawn,
  type EditOf,
} from './drawing.ts';
import { identitySequence, largestOf } from './identity-sequence.ts';
import { ofItsParent } from './of-its-parent.ts';
import { isSameExpression } from './same-expression.ts';
import { renameColumn } from './rename-column.ts';

/** Renamed first, so that what else is to be changed is changed in the column of the new name. */
export function changeColumn(drawing: Drawing, edit: EditOf<'change-column'>): Drawn {
  const { table: name, column, to } = edit;
  const table = tableOf(drawing.catalog, name);
  if (table === undefined) return noTable(name);
  const newName = to.name ?? column;
  const has = (wanted: string) => table.columns.some((other) => other.name === wanted);
  if (!has(column) && !has(newName)) return noColumn(name, column);
  const isRenamed = newName !== column && has(column);
  if (isRenamed && has(newName)) return err(`\`${qualifiedName(name)}\` has a column \`${newName}\` already.`);
  const isOfParent = table.partitionOf !== null && (isRenamed || to.type !== undefined);
  if (isOfParent) return err(ofItsParent(table));
  const renamed = isRenamed ? renameColumn(drawing, name, column, newName) : drawing;
  return changeRest(renamed, { ...edit, column: newName });
}

function changeRest(drawing: Drawing, { table: name, column, to, using }: EditOf<'change-column'>): Drawn {
  const table = tableOf(drawing.catalog, name);
  const before = table?.columns.find((other) => other.name === column);
  if (table === undefined || before === undefined) return noColumn(name, column);
  const after = settled(before, { ...before, ...to, name: column });
  const isKey = table.primaryKey?.columns.includes(column) === true;
  if (!after.notNull && isKey) return err(`\`${column}\` is part of the primary key, which takes no NULL.`);
  const change = (one: Table): Table => ({
    ...one,
    columns: one.columns.map((other) =>
      other.name === column ? settled(other, { ...other, ...to, name: column }) : other,
    ),
  });
  if (isSameData(before, after) && using === undefined) return ok(drawing);
  const drawn = withTables(drawing, familyOf(drawing.catalog, name), change);
  const sequences = sequencesAfter(drawing.catalog, name, before, after);
  return ok({
    catalog: { ...drawn.catalog, sequences },
    lineage: to.type === undefined ? drawn.lineage : withConversion(drawn.lineage, name, column, using ?? null),
  });
}

/** An identity column is never NULL and has no default of its own; a default that says the same is none that is new. */
function settled(before: Column, wanted: Column): Column {
  const after = isSameExpression(before.default, wanted.default) ? { ...wanted, default: before.default } : wanted;
  if (after.identity === null) return after;
  const isNew = before.identity === null;
  return { ...after, notNull: true, default: isNew ? null : after.default };
}

function withConversion(lineage: Lineage, table: ObjectName, column: string, using: string | null): Lineage {
  const own = new Map(lineage.conversions.get(objectKey(table)));
  own.delete(column);
  if (using !== null && using.trim() !== '') own.set(column, using);
  const conversions = new Map(lineage.conversions);
  conversions.delete(objectKey(table));
  if (own.size > 0) conversions.set(objectKey(table), own);
  return { ...lineage, conversions };
}

/** The sequence behind an identity comes, goes and changes its type with it. */
function sequencesAfter(catalog: Catalog, table: ObjectName, before: Column, after: Column): readonly Sequence[] {
  const owner = `${table.schema}.${table.name}.${after.name}`;
  const isOwn = ({ isIdentity, ownedBy }: Sequence) => isIdentity && ownedBy === owner;
  if (before.identity === null && after.identity === null) return catalog.sequences;
  if (after.identity === null) return catalog.sequences.filter((sequence) => !isOwn(sequence));
  const made = identitySequence(catalog, table, after);
  if (before.identity === null) return bySchemaAndName([...catalog.sequences, made]);
  return catalog.sequences.map((sequence) => (isOwn(sequence) ? withType(sequence, after.type) : sequence));
}

/** One that went to the end of its type goes to the end of the new one. */
function withType(sequence: Sequence, type: string): Sequence {
  if (sequence.type === type) return sequence;
  const isToTheEnd = sequence.most === largestOf(sequence.type);
  return { ...sequence, type, most: isToTheEnd ? largestOf(type) : sequence.most };
}
