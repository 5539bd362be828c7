import type { Catalog, Table, View } from '#core/catalog/catalog.ts';
import { actionWords } from '#core/catalog/declaration-words.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { partitioningWords, partitionLinesOf, rootsOf } from './partition-roots.ts';
import { isNeverNull, relationshipsOf, type Relationship } from './relationships.ts';
import { shortType } from './short-type.ts';

/**
 * A schema as Mermaid's `erDiagram` (its grammar: packages/mermaid/src/diagrams/er/parser/erDiagram.jison). A name stands
 * in quotes, and what its grammar can not read there is an entity code (`#quot;`), which Mermaid shows as the character.
 * A column's name and type have no quotes: what can not stand there is an underscore, and the real one is in the column's
 * comment. What the diagram has no form for (partitions, what a view reads) is a comment line.
 */
export function mermaidOf(catalog: Catalog): string {
  const tables = catalog.tables.filter(({ partitionOf }) => partitionOf === null);
  return [
    'erDiagram',
    ...tables.flatMap((table) => [...partitionComments(table, catalog), ...tableLines(table)]),
    ...catalog.views.flatMap((view) => viewLines(view, catalog)),
    ...relationshipsOf(catalog).map(relationshipLine),
    '',
  ].join('\n');
}

function tableLines(table: Table): readonly string[] {
  return [
    `  ${quoted(qualifiedName(table))} {`,
    ...table.columns.map(({ name, type }) => {
      const keys = [
        ...(table.primaryKey?.columns.includes(name) === true ? ['PK'] : []),
        ...(table.foreignKeys.some(({ columns }) => columns.includes(name)) ? ['FK'] : []),
        ...(table.uniques.some(({ columns }) => columns.length === 1 && columns[0] === name) ? ['UK'] : []),
      ];
      return columnLine(name, type, keys.join(', '), isNeverNull(table, name) ? 'not null' : '');
    }),
    '  }',
  ];
}

function viewLines(view: View, catalog: Catalog): readonly string[] {
  const roots = rootsOf(catalog);
  const reads = view.dependsOn.map((each) =>
    qualifiedName(roots.get(JSON.stringify([each.schema, each.name])) ?? each),
  );
  const kind = view.materialized ? 'materialized view' : 'view';
  const reading = reads.length === 0 ? '' : `, reads ${[...new Set(reads)].join(', ')}`;
  return [
    comment(`${kind} ${qualifiedName(view)}${reading}`),
    `  ${quoted(qualifiedName(view))} {`,
    ...view.columns.map(({ name, type }) => columnLine(name, type, '', '')),
    '  }',
  ];
}

function columnLine(name: string, type: string, keys: string, words: string): string {
  const short = shortType(type);
  const [sayableName, sayableType] = [nameWord(name), typeWord(short)];
  const notes = [
    ...(sayableName === name ? [] : [name]),
    ...(sayableType === short ? [] : [short]),
    ...(words === '' ? [] : [words]),
  ];
  const note = notes.length === 0 ? '' : ` ${quoted(notes.join(', '))}`;
  return `    ${sayableType} ${sayableName}${keys === '' ? '' : ` ${keys}`}${note}`;
}

const parentSigns = { 'exactly-one': '||', 'zero-or-one': '|o' } as const;
const childSigns = { 'zero-or-many': 'o{', 'zero-or-one': 'o|' } as const;

function relationshipLine({ parent, child, parentEnd, childEnd, isIdentifying, foreignKey }: Relationship): string {
  const line = `${parentSigns[parentEnd]}${isIdentifying ? '--' : '..'}${childSigns[childEnd]}`;
  const words = [foreignKey.name, actionWords(foreignKey)].filter((each) => each !== '').join(', ');
  return `  ${quoted(qualifiedName(parent))} ${line} ${quoted(qualifiedName(child))} : ${quoted(words)}`;
}

function partitionComments(table: Table, catalog: Catalog): readonly string[] {
  if (table.partitioning === null) return [];
  const lines = partitionLinesOf(table, catalog);
  return [
    comment(`${qualifiedName(table)} is partitioned by ${partitioningWords(table.partitioning, lines.length)}`),
    ...lines.map(({ name, bounds, depth }) => comment(`${'  '.repeat(depth + 1)}${name} ${bounds}`)),
  ];
}

/** Its own quotes end a name, and % and \ are not allowed; # begins an entity code; < and & are read as markup. */
const codes: Readonly<Record<string, string>> = {
  '"': '#quot;',
  '#': '#35;',
  '%': '#37;',
  '&': '#amp;',
  '<': '#lt;',
  '>': '#gt;',
  '\\': '#92;',
  '`': '#96;',
  '*': '#42;',
};

function quoted(text: string): string {
  const said = text
    .replace(/["#%&<>\\`*]/g, (character) => codes[character] ?? '_')
    // oxlint-disable-next-line no-control-regex -- a name may hold them, and no line of the file
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, ' ')
    // A line with these words turns the picture, wherever in it they stand.
    .replace(/(direction)\s+(?=tb|bt|rl|lr)/gi, '$1#32;');
  return `"${said}"`;
}

function comment(text: string): string {
  // `%%{` would be a directive.
  return `  %% ${quoted(text).slice(1, -1)}`;
}

/** A column's name: letters, digits, underscores, and whatever is no ASCII; PK, FK and UK are signs of keys. */
function nameWord(name: string): string {
  const word = sayable(name, /[^A-Za-z0-9_\u00c0-\uffff]/g);
  return /^(pk|fk|uk)$/i.test(word) ? `${word}_` : word;
}

function typeWord(type: string): string {
  // `numeric(10,2)` has a comma, which older versions refuse: the exact type is in the comment.
  const plain = type.replace(/\([^)]*,[^)]*\)/, '');
  return sayable(plain, /[^A-Za-z0-9_()[\]\u00c0-\uffff]/g);
}

function sayable(text: string, unsayable: RegExp): string {
  // Spaces and breaks of other scripts are spaces to Mermaid too.
  const word = text.replace(unsayable, '_').replace(/[\s\u2028\u2029\ufeff]/g, '_');
  return /^[A-Za-z_\u00c0-\uffff]/.test(word) ? word : `_${word}`;
}
