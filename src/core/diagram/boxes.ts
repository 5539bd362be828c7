import type { Catalog, Column, Table, View } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { boxMetrics, clipText, mostNameChars, mostTypeChars, textWidth } from './box-metrics.ts';
import type { Size } from './geometry.ts';
import { partitioningWords, partitionLinesOf, type PartitionLine } from './partition-roots.ts';
import { isNeverNull } from './relationships.ts';
import { shortType } from './short-type.ts';

/** How much of a table its box shows: all columns, those that relate tables, or none. */
export type Detail = 'columns' | 'keys' | 'names';

/** A column as a line of its box. */
export interface BoxLine {
  readonly column: string;
  /** As it is drawn: very long ones are cut. */
  readonly name: string;
  readonly type: string;
  readonly isKey: boolean;
  readonly isReference: boolean;
  /** By itself. */
  readonly isUnique: boolean;
  readonly isNullable: boolean;
}

export interface Box extends Size {
  readonly key: string;
  readonly kind: 'table' | 'view' | 'materialized view';
  readonly object: ObjectName;
  readonly title: string;
  /** `1,204 rows`, `about 2,000,000 rows`; what a view is. */
  readonly note: string;
  readonly lines: readonly BoxLine[];
  /** Columns that there are besides. */
  readonly hiddenCount: number;
  readonly partitions: {
    readonly words: string;
    readonly lines: readonly PartitionLine[];
    readonly isOpen: boolean;
  } | null;
}

/** A box for each table that is no partition, and for each view, sized by its text. `opened` list their partitions. */
export function boxesOf(catalog: Catalog, detail: Detail, opened: ReadonlySet<string> = new Set()): readonly Box[] {
  const referenced = referencedColumns(catalog);
  const tables = catalog.tables.filter(({ partitionOf }) => partitionOf === null);
  return [
    ...tables.map((table) => boxOfTable(table, { catalog, detail, opened, referenced })),
    ...catalog.views.map((view) => boxOfView(view, detail)),
  ];
}

interface Context {
  readonly catalog: Catalog;
  readonly detail: Detail;
  readonly opened: ReadonlySet<string>;
  readonly referenced: ReadonlySet<string>;
}

function boxOfTable(table: Table, { catalog, detail, opened, referenced }: Context): Box {
  const key = objectKey(table);
  const all = table.columns.map((column) => lineOf(column, table));
  const lines = shown(all, detail, ({ isKey, isReference, column }) => {
    return isKey || isReference || referenced.has(JSON.stringify([key, column]));
  });
  const partitionLines = partitionLinesOf(table, catalog);
  const { partitioning } = table;
  return sized({
    key,
    kind: 'table',
    object: { schema: table.schema, name: table.name },
    title: clipText(qualifiedName(table), mostNameChars),
    note: rowsText(table),
    lines,
    hiddenCount: all.length - lines.length,
    partitions:
      partitioning === null
        ? null
        : {
            words: partitioningWords(partitioning, partitionLines.length),
            lines: partitionLines,
            isOpen: opened.has(key),
          },
  });
}

function boxOfView(view: View, detail: Detail): Box {
  const all = view.columns.map(({ name, type }) => ({
    column: name,
    name: clipText(name, mostNameChars),
    type: clipText(shortType(type), mostTypeChars),
    isKey: false,
    isReference: false,
    isUnique: false,
    // A view promises nothing; to mark every column would say nothing.
    isNullable: false,
  }));
  const lines = shown(all, detail, () => false);
  return sized({
    key: objectKey(view),
    kind: view.materialized ? 'materialized view' : 'view',
    object: { schema: view.schema, name: view.name },
    title: clipText(qualifiedName(view), mostNameChars),
    note: view.materialized ? 'materialized view' : 'view',
    lines,
    hiddenCount: all.length - lines.length,
    partitions: null,
  });
}

function shown(lines: readonly BoxLine[], detail: Detail, isOfKeys: (line: BoxLine) => boolean): readonly BoxLine[] {
  if (detail === 'names') return [];
  return detail === 'keys' ? lines.filter(isOfKeys) : lines;
}

function lineOf(column: Column, table: Table): BoxLine {
  const { name, type } = column;
  return {
    column: name,
    name: clipText(name, mostNameChars),
    type: clipText(shortType(type), mostTypeChars),
    isKey: table.primaryKey?.columns.includes(name) === true,
    isReference: table.foreignKeys.some(({ columns }) => columns.includes(name)),
    isUnique: table.uniques.some(({ columns }) => columns.length === 1 && columns[0] === name),
    isNullable: !isNeverNull(table, name),
  };
}

/** What stands at a line's end: `U`, `null`. */
export function lineMarks({ isUnique, isNullable }: BoxLine): string {
  return [...(isUnique ? ['U'] : []), ...(isNullable ? ['null'] : [])].join(' ');
}

function sized(box: Omit<Box, 'width' | 'height'>): Box {
  const { fontPx, titleFontPx, headPx, linePx, footPx, besidePx, signsPx, betweenPx } = boxMetrics;
  const ofText = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, fontPx)));
  const marks = ofText(box.lines.map(lineMarks));
  const columns =
    signsPx + ofText(box.lines.map(({ name }) => name)) + betweenPx + ofText(box.lines.map(({ type }) => type));
  const extras = extraLinesOf(box);
  const widths = [
    boxMetrics.leastWidthPx,
    (box.kind === 'table' ? 0 : boxMetrics.viewSignPx) +
      textWidth(box.title, titleFontPx) +
      betweenPx +
      textWidth(box.note, fontPx) +
      2 * besidePx,
    columns + (marks === 0 ? 0 : betweenPx + marks) + 2 * besidePx,
    ofText(extras) + 2 * besidePx + fontPx,
  ];
  const count = box.lines.length + extras.length;
  return {
    ...box,
    width: Math.ceil(Math.max(...widths)) + boxMetrics.slackPx,
    height: headPx + count * linePx + (count === 0 ? 0 : footPx),
  };
}

/** The lines below a box's columns, as text. */
export function extraLinesOf({ hiddenCount, lines, partitions }: Pick<Box, 'hiddenCount' | 'lines' | 'partitions'>) {
  const isNamesOnly = lines.length === 0;
  const opened = partitions?.isOpen === true ? partitions.lines : [];
  return [
    ...(hiddenCount > 0 && !isNamesOnly ? [hiddenWords(hiddenCount)] : []),
    ...(partitions === null ? [] : [partitions.words]),
    ...opened.map(partitionText),
  ];
}

export function hiddenWords(count: number): string {
  return `${count} more ${count === 1 ? 'column' : 'columns'}`;
}

export function partitionText({ name, bounds, depth }: PartitionLine): string {
  return `${'  '.repeat(depth + 1)}${clipText(name, mostNameChars)} ${clipText(bounds, mostNameChars)}`;
}

/** The columns that foreign keys refer to. */
function referencedColumns({ tables }: Catalog): ReadonlySet<string> {
  const names = tables.flatMap(({ foreignKeys }) =>
    foreignKeys.flatMap(({ references: { schema, table, columns } }) =>
      columns.map((column) => JSON.stringify([objectKey({ schema, name: table }), column])),
    ),
  );
  return new Set(names);
}

const counts = new Intl.NumberFormat('en-US');

function rowsText({ rows }: Table): string {
  const text = `${counts.format(rows.count)} ${rows.count === 1 ? 'row' : 'rows'}`;
  return rows.exact ? text : `about ${text}`;
}
