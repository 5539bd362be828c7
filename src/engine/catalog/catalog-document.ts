import * as v from 'valibot';
import type { Catalog, Partitioning, Table } from '#core/catalog/catalog.ts';
import { listItems } from '#core/catalog/ddl/sql-text.ts';

/** What `catalogQuery` answers: the catalog, with a size in the place of each table's row count. */
export interface CatalogDocument extends Omit<Catalog, 'tables'> {
  readonly tables: readonly UncountedTable[];
}

export interface UncountedTable extends Omit<Table, 'rows'> {
  readonly size: {
    /** What stands after FROM to count this table's own rows. */
    readonly source: string;
    readonly bytes: number;
    readonly estimatedRows: number;
  };
}

const names = v.array(v.string());
const optionalText = v.nullable(v.string());

const objectName = v.object({ schema: v.string(), name: v.string() });

const column = v.object({
  name: v.string(),
  type: v.string(),
  notNull: v.boolean(),
  default: optionalText,
  identity: v.nullable(v.picklist(['always', 'by default'])),
  generated: optionalText,
  generation: v.nullable(v.picklist(['stored', 'virtual'])),
  collation: optionalText,
  comment: optionalText,
});

const key = v.object({
  name: v.string(),
  columns: names,
  include: names,
  deferrable: v.boolean(),
  initiallyDeferred: v.boolean(),
  nullsNotDistinct: v.boolean(),
});

const check = v.object({ name: v.string(), expression: v.string(), validated: v.boolean() });

const exclusion = v.object({
  name: v.string(),
  method: v.string(),
  elements: v.array(v.object({ expression: v.string(), isExpression: v.boolean(), operator: v.string() })),
  where: optionalText,
  deferrable: v.boolean(),
  initiallyDeferred: v.boolean(),
});

const referentialAction = v.picklist(['no action', 'restrict', 'cascade', 'set null', 'set default']);

const foreignKey = v.object({
  name: v.string(),
  columns: names,
  references: v.object({ schema: v.string(), table: v.string(), columns: names }),
  match: v.picklist(['simple', 'full']),
  onDelete: referentialAction,
  onDeleteColumns: names,
  onUpdate: referentialAction,
  deferrable: v.boolean(),
  initiallyDeferred: v.boolean(),
  validated: v.boolean(),
});

const indexColumn = v.object({
  expression: v.string(),
  isExpression: v.boolean(),
  descending: v.boolean(),
  nullsFirst: v.boolean(),
  operatorClass: optionalText,
  collation: optionalText,
});

const index = v.object({
  name: v.string(),
  method: v.string(),
  unique: v.boolean(),
  constraint: optionalText,
  columns: v.array(indexColumn),
  include: names,
  nullsNotDistinct: v.boolean(),
  where: optionalText,
  valid: v.boolean(),
});

const trigger = v.object({ name: v.string(), definition: v.string(), enabled: v.boolean() });

const partition = v.object({
  schema: v.string(),
  table: v.string(),
  bounds: v.string(),
  isDefault: v.boolean(),
});

/** PostgreSQL prints the expressions of a partition key in one list only; null stands in their places. */
const partitioning = v.pipe(
  v.object({
    strategy: v.picklist(['range', 'list', 'hash']),
    key: v.array(optionalText),
    expressions: optionalText,
    partitions: v.array(partition),
  }),
  v.transform(({ strategy, key: columns, expressions, partitions }): Partitioning => {
    const left = [...listItems(expressions ?? '')];
    return { strategy, key: columns.map((name) => name ?? left.shift() ?? ''), partitions };
  }),
);

const table = v.object({
  schema: v.string(),
  name: v.string(),
  persistence: v.picklist(['permanent', 'unlogged', 'temporary']),
  columns: v.array(column),
  primaryKey: v.nullable(key),
  uniques: v.array(key),
  checks: v.array(check),
  exclusions: v.array(exclusion),
  foreignKeys: v.array(foreignKey),
  indexes: v.array(index),
  triggers: v.array(trigger),
  partitioning: v.nullable(partitioning),
  partitionOf: v.nullable(v.object({ schema: v.string(), table: v.string(), bounds: v.string() })),
  size: v.object({ source: v.string(), bytes: v.number(), estimatedRows: v.number() }),
  comment: optionalText,
});

const view = v.object({
  schema: v.string(),
  name: v.string(),
  materialized: v.boolean(),
  columns: v.array(v.object({ name: v.string(), type: v.string() })),
  definition: v.string(),
  indexes: v.array(index),
  triggers: v.array(trigger),
  comment: optionalText,
  dependsOn: v.array(objectName),
});

const routine = v.object({
  schema: v.string(),
  name: v.string(),
  kind: v.picklist(['function', 'procedure', 'aggregate', 'window']),
  arguments: v.string(),
  returns: optionalText,
  language: v.string(),
  definition: optionalText,
  dependsOn: v.array(objectName),
});

const userType = v.object({
  schema: v.string(),
  name: v.string(),
  kind: v.picklist(['enum', 'domain', 'composite', 'range']),
  labels: names,
  domain: v.nullable(
    v.object({
      type: v.string(),
      notNull: v.boolean(),
      default: optionalText,
      collation: optionalText,
      checks: v.array(check),
    }),
  ),
  attributes: v.array(v.object({ name: v.string(), type: v.string() })),
  subtype: optionalText,
});

const sequence = v.object({
  schema: v.string(),
  name: v.string(),
  ownedBy: optionalText,
  isIdentity: v.boolean(),
  type: v.string(),
  start: v.string(),
  increment: v.string(),
  least: v.string(),
  most: v.string(),
  cycles: v.boolean(),
});

export const catalogDocument: v.GenericSchema<unknown, CatalogDocument> = v.object({
  schemas: names,
  tables: v.array(table),
  views: v.array(view),
  functions: v.array(routine),
  types: v.array(userType),
  sequences: v.array(sequence),
});
