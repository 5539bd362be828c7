import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';

/** What the form of one part of a table is given. */
export interface PartProps {
  readonly catalog: Catalog;
  readonly table: Table;
  readonly onEdit: (edit: SchemaEdit) => void;
}
