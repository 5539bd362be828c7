import type { Sequence, Table } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { allSequenceOptions, identitySequence, mostOf, ownerOf } from './sequence-sql.ts';
import type { TableChanges } from './table-changes.ts';

/** A sequence that stands and goes on; who owns it is said once the tables are there. */
export function changeSequence(before: Sequence, after: Sequence): readonly DdlStatement[] {
  const options = allSequenceOptions(after).filter((option) => !allSequenceOptions(before).includes(option));
  const type = before.type === after.type ? [] : [`as ${after.type}`];
  if (type.length + options.length === 0) return [];
  // A new type moves the limits that were its own: then all of them are said.
  const words = type.length === 0 ? options : [...type, ...allSequenceOptions(after)];
  return [{ sql: `alter sequence ${sqlName(after)} ${words.join(' ')}`, about: `sequence ${qualifiedName(after)}` }];
}

/** Sequences that another column owns than before, or none. */
export function changeOwners(
  before: readonly Sequence[],
  after: readonly Sequence[],
  tables: readonly Table[],
): readonly DdlStatement[] {
  return after
    .filter(({ isIdentity }) => !isIdentity)
    .flatMap((sequence) => {
      const was = before.find((other) => isSameObject(other, sequence))?.ownedBy ?? null;
      if (was === sequence.ownedBy) return [];
      const sql = `alter sequence ${sqlName(sequence)} owned by ${ownerOf(sequence, tables) ?? 'none'}`;
      return [{ sql, about: `sequence ${qualifiedName(sequence)}` }];
    });
}

/** The sequences of columns that are identity columns before and after, already under the column's new name. */
export function keptIdentities(
  { pair, columns }: TableChanges,
  before: readonly Sequence[],
  after: readonly Sequence[],
): readonly { readonly was: Sequence; readonly is: Sequence; readonly type: string }[] {
  const gone = new Set(columns.removed.map(({ name }) => name));
  return pair.after.columns.flatMap(({ name, type }) => {
    const was = identitySequence(before, pair.after, name);
    const is = identitySequence(after, pair.after, name);
    return was === undefined || is === undefined || gone.has(name) ? [] : [{ was, is, type }];
  });
}

/** The options of such sequences, once they are renamed and their columns have their types. */
export function changeIdentities(
  change: TableChanges,
  before: readonly Sequence[],
  after: readonly Sequence[],
): readonly DdlStatement[] {
  return keptIdentities(change, before, after).flatMap(({ was, is, type }) => changeSequence(withType(was, type), is));
}

/** A column's new type is its sequence's too, and the limit goes along if it was the type's own. */
function withType(sequence: Sequence, type: string): Sequence {
  return {
    ...sequence,
    type,
    most: sequence.most === mostOf(sequence.type) ? (mostOf(type) ?? sequence.most) : sequence.most,
  };
}
