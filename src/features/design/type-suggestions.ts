import type { Catalog } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';

/** Those that most tables are made of, the recommended one of several alike first. */
const common: readonly string[] = [
  'bigint',
  'integer',
  'text',
  'varchar(100)',
  'numeric(10,2)',
  'boolean',
  'date',
  'timestamptz',
  'time',
  'interval',
  'uuid',
  'jsonb',
  'text[]',
  'bytea',
  'smallint',
  'double precision',
  'daterange',
  'tstzrange',
  'inet',
];

/** What a column's type may be; any other may be typed. */
export function typeSuggestions({ types }: Catalog): readonly string[] {
  return [...common, ...types.map(sqlName)];
}
