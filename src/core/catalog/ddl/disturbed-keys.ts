import type { ForeignKey, Key } from '#core/catalog/catalog.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { isRetyped, type TableChanges } from './table-changes.ts';
import { targetName } from './ddl-context.ts';

/**
 * Whether a foreign key must go while other things change, even if it is the same afterwards: because a key that it needs
 * goes, or because a column at one of its ends gets another type and the two would not fit together for a while.
 */
export function isDisturbed(key: ForeignKey, own: TableChanges, changes: ReadonlyMap<string, TableChanges>): boolean {
  if (key.columns.some((column) => isRemade(own, column))) return true;
  const target = changes.get(objectKey(targetName(key.references)));
  if (target === undefined) return true;
  return key.references.columns.some((column) => isRemade(target, column)) || losesKey(target, key.references.columns);
}

/** Whether a key, or a unique index that may be in a key's place, goes. */
function losesKey({ primaryKeys, uniques, indexes, pair }: TableChanges, columns: readonly string[]): boolean {
  const going: readonly Key['columns'][] = [
    ...[primaryKeys, uniques]
      .flatMap((keys) => [...keys.removed, ...keys.changed.map(({ before }) => before)])
      .map((key) => key.columns),
    ...[...indexes.removed, ...indexes.changed.map(({ before }) => before)]
      .filter(({ unique }) => unique)
      .map((index) => index.columns.map(({ expression }) => expression)),
  ];
  return pair.before.persistence !== pair.after.persistence || going.some((one) => isSameSet(one, columns));
}

/** Whether a column is dropped or gets another type. */
export function isRemade({ columns }: TableChanges, name: string): boolean {
  return (
    columns.removed.some((column) => column.name === name) ||
    columns.changed.some(({ before, after }) => before.name === name && isRetyped(before, after))
  );
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return isSameData([...one].toSorted(), [...other].toSorted());
}
