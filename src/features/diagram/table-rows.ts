import type { Catalog, ForeignKey, Table } from '#core/catalog/catalog.ts';
import { actionWords } from '#core/catalog/declaration-words.ts';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import type { Diagram } from '#core/diagram/diagram.ts';
import type { DrawnMarks } from '#core/diagram/drawn-marks.ts';
import { isNeverNull } from '#core/diagram/relationships.ts';
import { junctionSentence, relationshipSentence } from '#core/diagram/relationship-words.ts';

type Rows = readonly (readonly string[])[];

/** Column, key, type, null, default, references, and whether it is drawn only. */
export function columnRows(table: Table, drawn: DrawnMarks): Rows {
  const key = objectKey(table);
  const isNew = drawn.tables.get(key) === 'new';
  return table.columns.map((column) => {
    const { name, type, identity, generated } = column;
    const value =
      identity !== null ? `generated ${identity} as identity` : generated === null ? null : `generated as ${generated}`;
    const isDrawn = isNew || drawn.columns.get(key)?.has(name) === true;
    return [
      name,
      keyWords(table, name),
      type,
      isNeverNull(table, name) ? 'not null' : 'null',
      value ?? column.default ?? '',
      table.foreignKeys
        .filter(({ columns }) => columns.includes(name))
        .map((each) => referenceWords(each, name))
        .join('; '),
      isDrawn ? 'drawn, not run' : '',
    ];
  });
}

function keyWords({ primaryKey, uniques }: Table, column: string): string {
  return [
    ...(primaryKey?.columns.includes(column) === true ? [`primary key${part(primaryKey.columns)}`] : []),
    ...uniques.filter(({ columns }) => columns.includes(column)).map(({ columns }) => `unique${part(columns)}`),
  ].join(', ');
}

/** A key of several columns names them. */
function part(columns: readonly string[]): string {
  return columns.length > 1 ? ` (${columns.join(', ')})` : '';
}

function referenceWords({ columns, references }: ForeignKey, column: string): string {
  const target = references.columns[columns.indexOf(column)] ?? references.columns.join(', ');
  return `${qualifiedName({ schema: references.schema, name: references.table })}(${target})`;
}

/** Constraint, from, to, how many, actions, the sentence, and whether it is drawn only. */
export function relationRows({ relationships }: Diagram, drawn: DrawnMarks): Rows {
  return relationships.map((relationship) => {
    const { id, child, parent, partition, foreignKey, childEnd, parentEnd, isIdentifying } = relationship;
    return [
      foreignKey.name,
      `${qualifiedName(partition ?? child)}(${foreignKey.columns.join(', ')})`,
      `${qualifiedName(parent)}(${foreignKey.references.columns.join(', ')})`,
      `${endWords[childEnd]} to ${endWords[parentEnd]}${isIdentifying ? ', identifying' : ''}`,
      actionWords(foreignKey),
      relationshipSentence(relationship, relationships),
      drawn.relationships.has(id) ? 'drawn, not run' : '',
    ];
  });
}

const endWords = {
  'zero-or-many': 'any number',
  'zero-or-one': 'at most one',
  'exactly-one': 'exactly one',
} as const;

export function junctionRows({ junctions }: Diagram): Rows {
  return junctions.map((junction) => [qualifiedName(junction.table), junctionSentence(junction)]);
}

/** View, kind, its columns, what it reads. */
export function viewRows({ views }: Catalog, { readings, boxes }: Diagram): Rows {
  const names = new Map(boxes.map(({ key, object }) => [key, qualifiedName(object)]));
  return views.map((view) => [
    qualifiedName(view),
    view.materialized ? 'materialized view' : 'view',
    view.columns.map(({ name, type }) => `${name} ${type}`).join(', '),
    readings
      .filter((each) => each.view === objectKey(view))
      .map(({ reads }) => names.get(reads) ?? '')
      .join(', '),
  ]);
}

/** Drops the last column where nothing stands in it: mostly nothing is drawn. */
export function withoutEmptyEnd<Column>(
  columns: readonly Column[],
  rows: Rows,
): { readonly columns: readonly Column[]; readonly rows: Rows } {
  if (rows.some((row) => row.at(-1) !== '')) return { columns, rows };
  return { columns: columns.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) };
}
