import type { Index } from '#core/catalog/catalog.ts';
import { sqlName, type ObjectName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { includeWords, indexColumnSql } from './constraint-sql.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { conditionWords, type TypeOf } from './condition-words.ts';

/** An index that no constraint made. It is always named: that is how it is found in plans. */
export function createIndex(index: Index, table: ObjectName, typeOf: TypeOf): DdlStatement {
  const { name, method, unique, columns, include, nullsNotDistinct, where } = index;
  const using = method === 'btree' ? '' : ` using ${quoteName(method)}`;
  const sql = [
    `create ${unique ? 'unique ' : ''}index ${quoteName(name)}`,
    `on ${sqlName(table)}${using} (${columns.map(indexColumnSql).join(', ')})`,
    ...includeWords(include),
    ...(nullsNotDistinct ? ['nulls not distinct'] : []),
    ...(where === null ? [] : [`where ${conditionWords(where, typeOf)}`]),
  ].join(' ');
  return { sql, about: `index ${name}` };
}
