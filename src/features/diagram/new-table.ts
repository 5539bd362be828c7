import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';

/** As a table is begun: with a key of its own, which the form can change. */
export function newTable(name: string): Table {
  return {
    schema: 'public',
    name,
    persistence: 'permanent',
    columns: [{ ...newColumn('id', 'bigint'), notNull: true, identity: 'always' }],
    primaryKey: {
      name: `${name}_pkey`,
      columns: ['id'],
      include: [],
      deferrable: false,
      initiallyDeferred: false,
      nullsNotDistinct: false,
    },
    uniques: [],
    checks: [],
    exclusions: [],
    foreignKeys: [],
    indexes: [],
    triggers: [],
    partitioning: null,
    partitionOf: null,
    rows: { count: 0, exact: true },
    comment: null,
  };
}

export function newColumn(name: string, type: string): Column {
  return {
    name,
    type,
    notNull: false,
    default: null,
    identity: null,
    generated: null,
    generation: null,
    collation: null,
    comment: null,
  };
}

/** PostgreSQL cuts a longer name short without a word. */
const mostNameBytes = 63;

/** What is wrong with a new table's name; null where it can be taken. */
export function tableNameProblem(name: string, catalog: Catalog): string | null {
  const isTaken = [...catalog.tables, ...catalog.views].some((each) => each.schema === 'public' && each.name === name);
  return isTaken ? `There is a table or view ${name} already.` : lengthProblem(name);
}

export function columnNameProblem(name: string, table: Table): string | null {
  const isTaken = table.columns.some((column) => column.name === name);
  return isTaken ? `${table.name} has a column ${name} already.` : lengthProblem(name);
}

function lengthProblem(name: string): string | null {
  const bytes = new TextEncoder().encode(name).length;
  return bytes <= mostNameBytes
    ? null
    : `PostgreSQL takes names of up to ${mostNameBytes} bytes; this one has ${bytes}.`;
}
