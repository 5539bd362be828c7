import type { Catalog, ForeignKey, Sequence, Table, UserType } from '#core/catalog/catalog.ts';
import { objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { TypeOf } from './condition-words.ts';
import type { IsDomain } from './expression-words.ts';
import { TakenNames } from './taken-names.ts';

/** What has to be known of the whole schema to write one of its tables. */
export interface DdlContext {
  readonly tables: ReadonlyMap<string, Table>;
  readonly sequences: readonly Sequence[];
  readonly isDomain: IsDomain;
  /** Grows with the script. */
  readonly taken: TakenNames;
}

export function contextOf(catalog: Catalog, taken = new TakenNames()): DdlContext {
  const domains = new Set(catalog.types.filter(({ kind }) => kind === 'domain').flatMap(typeNames));
  return {
    tables: new Map(catalog.tables.map((table) => [objectKey(table), table])),
    sequences: catalog.sequences,
    isDomain: (type) => domains.has(type),
    taken,
  };
}

/** The types of a table's columns, but for domains. */
export function typesIn(table: Table, { isDomain }: DdlContext): TypeOf {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  return (column) => {
    const type = types.get(column);
    return type === undefined || isDomain(type) ? null : type;
  };
}

/** As `format_type` may print it, with and without quotes: it quotes more words than a reader would. */
function typeNames({ schema, name }: UserType): readonly string[] {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  return schema === 'public' ? [name, quoted] : [`${schema}.${name}`, `${schema}.${quoted}`];
}

export function targetOf({ references }: ForeignKey, context: DdlContext): Table | undefined {
  return context.tables.get(objectKey(targetName(references)));
}

export function targetName({ schema, table }: ForeignKey['references']): ObjectName {
  return { schema, name: table };
}
