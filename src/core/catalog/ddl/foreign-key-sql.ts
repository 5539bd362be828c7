import type { ForeignKey, Table } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { columnList, deferWords } from './constraint-sql.ts';

/** A foreign key as SQL says it, without its name: `references …` alone where it stands with its column. */
export function foreignKeySql(key: ForeignKey, target: Table | undefined, withColumns: boolean): string {
  const { references, match, onDelete, onDeleteColumns, onUpdate, validated } = key;
  // Without columns, it is the primary key that is referenced; one that is deferrable can not be.
  const primary = target?.primaryKey ?? null;
  const isPrimary = primary !== null && !primary.deferrable && isSameData(primary.columns, references.columns);
  const list = isPrimary ? '' : ` ${columnList(references.columns)}`;
  const deleted = onDeleteColumns.length === 0 ? '' : ` ${columnList(onDeleteColumns)}`;
  return [
    ...(withColumns ? [`foreign key ${columnList(key.columns)}`] : []),
    `references ${sqlName({ schema: references.schema, name: references.table })}${list}`,
    ...(match === 'full' ? ['match full'] : []),
    ...(onDelete === 'no action' ? [] : [`on delete ${onDelete}${deleted}`]),
    ...(onUpdate === 'no action' ? [] : [`on update ${onUpdate}`]),
    ...deferWords(key),
    ...(validated ? [] : ['not valid']),
  ].join(' ');
}
