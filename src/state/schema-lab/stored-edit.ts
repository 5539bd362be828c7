import * as v from 'valibot';
import type { SchemaEdit } from '#core/design/schema-edit.ts';

/** A stroke as it is read from the browser's storage. A field that is new must be optional here: records may be older. */

const text = v.string();
const optionalText = v.nullable(text);
const names = v.array(text);
const objectName = v.object({ schema: text, name: text });

const columnFields = {
  name: text,
  type: text,
  notNull: v.boolean(),
  default: optionalText,
  identity: v.nullable(v.picklist(['always', 'by default'])),
  generated: optionalText,
  generation: v.nullable(v.picklist(['stored', 'virtual'])),
  collation: optionalText,
  comment: optionalText,
};
const column = v.object(columnFields);
const partOfColumn = v.object({
  name: v.exactOptional(columnFields.name),
  type: v.exactOptional(columnFields.type),
  notNull: v.exactOptional(columnFields.notNull),
  default: v.exactOptional(columnFields.default),
  identity: v.exactOptional(columnFields.identity),
  generated: v.exactOptional(columnFields.generated),
  generation: v.exactOptional(columnFields.generation),
  collation: v.exactOptional(columnFields.collation),
  comment: v.exactOptional(columnFields.comment),
});

const deferral = { deferrable: v.boolean(), initiallyDeferred: v.boolean() };
const key = v.object({ name: text, columns: names, include: names, ...deferral, nullsNotDistinct: v.boolean() });
const check = v.object({ name: text, expression: text, validated: v.boolean() });
const expression = { expression: text, isExpression: v.boolean() };
const exclusion = v.object({
  name: text,
  method: text,
  elements: v.array(v.object({ ...expression, operator: text })),
  where: optionalText,
  ...deferral,
});
const action = v.picklist(['no action', 'restrict', 'cascade', 'set null', 'set default']);
const foreignKey = v.object({
  name: text,
  columns: names,
  references: v.object({ schema: text, table: text, columns: names }),
  match: v.picklist(['simple', 'full']),
  onDelete: action,
  onDeleteColumns: names,
  onUpdate: action,
  ...deferral,
  validated: v.boolean(),
});
const index = v.object({
  name: text,
  method: text,
  unique: v.boolean(),
  constraint: optionalText,
  columns: v.array(
    v.object({
      ...expression,
      descending: v.boolean(),
      nullsFirst: v.boolean(),
      operatorClass: optionalText,
      collation: optionalText,
    }),
  ),
  include: names,
  nullsNotDistinct: v.optional(v.boolean(), false),
  where: optionalText,
  valid: v.boolean(),
});

/** Only what can be drawn: a new table has no rows, triggers and partitions. */
const table = v.object({
  schema: text,
  name: text,
  persistence: v.picklist(['permanent', 'unlogged', 'temporary']),
  columns: v.array(column),
  primaryKey: v.nullable(key),
  uniques: v.array(key),
  checks: v.array(check),
  exclusions: v.array(exclusion),
  foreignKeys: v.array(foreignKey),
  indexes: v.array(index),
  triggers: v.array(v.object({ name: text, definition: text, enabled: v.boolean() })),
  partitioning: v.null(),
  partitionOf: v.null(),
  rows: v.object({ count: v.number(), exact: v.boolean() }),
  comment: optionalText,
});

const on = { table: objectName };
const stroke = v.variant('kind', [
  v.object({ kind: v.literal('add-table'), table }),
  v.object({ kind: v.literal('rename-table'), ...on, name: text }),
  v.object({ kind: v.literal('comment-table'), ...on, comment: optionalText }),
  v.object({ kind: v.literal('drop-table'), ...on }),
  v.object({ kind: v.literal('add-column'), ...on, column }),
  v.object({
    kind: v.literal('change-column'),
    ...on,
    column: text,
    to: partOfColumn,
    using: v.exactOptional(optionalText),
  }),
  v.object({ kind: v.literal('drop-column'), ...on, column: text }),
  v.object({ kind: v.literal('set-primary-key'), ...on, key: v.nullable(key) }),
  v.object({ kind: v.literal('add-unique'), ...on, key }),
  v.object({ kind: v.literal('add-check'), ...on, check }),
  v.object({ kind: v.literal('add-exclusion'), ...on, exclusion }),
  v.object({ kind: v.literal('add-foreign-key'), ...on, foreignKey }),
  v.object({ kind: v.literal('change-foreign-key'), ...on, name: text, to: foreignKey }),
  v.object({ kind: v.literal('add-index'), ...on, index }),
  v.object({ kind: v.literal('drop-index'), ...on, name: text }),
  v.object({ kind: v.literal('drop-constraint'), ...on, name: text }),
]);

export const storedEdit: v.GenericSchema<unknown, SchemaEdit> = v.union([
  stroke,
  v.object({ kind: v.literal('together'), title: text, edits: v.array(v.lazy(() => storedEdit)) }),
]);
