import type { ValueKind } from '#core/engine/outcome.ts';

/** A type as `format_type` prints it, and how its values are drawn and compared. */
export interface TypeName {
  readonly type: string;
  readonly kind: ValueKind;
}

/**
 * The commonest types by their OIDs, which are fixed for ever (src/include/catalog/pg_type.dat): what is named here
 * needs no question to the catalog. Without a modifier; `numeric(10,2)` is asked for.
 */
export const builtInTypes: ReadonlyMap<number, TypeName> = new Map<number, TypeName>([
  [16, { type: 'boolean', kind: 'boolean' }],
  [17, { type: 'bytea', kind: 'bytes' }],
  [19, { type: 'name', kind: 'text' }],
  [20, { type: 'bigint', kind: 'number' }],
  [21, { type: 'smallint', kind: 'number' }],
  [23, { type: 'integer', kind: 'number' }],
  [25, { type: 'text', kind: 'text' }],
  [26, { type: 'oid', kind: 'number' }],
  [114, { type: 'json', kind: 'json' }],
  [700, { type: 'real', kind: 'number' }],
  [701, { type: 'double precision', kind: 'number' }],
  [1007, { type: 'integer[]', kind: 'array' }],
  [1009, { type: 'text[]', kind: 'array' }],
  [1043, { type: 'character varying', kind: 'text' }],
  [1082, { type: 'date', kind: 'date-time' }],
  [1083, { type: 'time without time zone', kind: 'date-time' }],
  [1114, { type: 'timestamp without time zone', kind: 'date-time' }],
  [1184, { type: 'timestamp with time zone', kind: 'date-time' }],
  [1186, { type: 'interval', kind: 'date-time' }],
  [1700, { type: 'numeric', kind: 'number' }],
  [2950, { type: 'uuid', kind: 'other' }],
  [3802, { type: 'jsonb', kind: 'json' }],
]);
