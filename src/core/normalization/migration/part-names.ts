import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { byteLength, firstFree, joinedName, nameBytes } from '#core/catalog/given-name.ts';
import { isSameObject } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import type { TableSplit } from '#core/normalization/table-split.ts';

export interface PartNames {
  /** Of the new table. */
  readonly moved: string;
  /** Of the table for what stays, where that is a new one too. */
  readonly kept: string;
}

/** Names that would read well and are free; the learner's own are better. */
export function proposePartNames(catalog: Catalog, table: Table, { dependency, moved }: TableSplit): PartNames {
  const { determinant } = dependency;
  const stems = determinant.map(stemOf);
  const dependents = moved.filter((name) => !determinant.includes(name));
  const words = dependency.kind === 'functional' ? stems : [...stems, ...dependents.slice(0, 1).map(stemOf)];
  const word = plural(words.join('_'));
  // A reserved word is a name only in quotes: `a` is about values, not about `as`.
  const wanted = fitting(table, isPlain(word) && quoteName(word) !== word ? `${words.join('_')}_values` : word);
  const movedName = freeName(catalog, table, [wanted, `${table.name}_${wanted}`]);
  return { moved: movedName, kept: freeName(catalog, table, [`${table.name}_base`], [movedName]) };
}

/** Why a table cannot be called so, as a sentence; null where it can. */
export function partNameProblem(
  catalog: Catalog,
  { schema }: Pick<Table, 'schema'>,
  name: string,
  beside: readonly string[],
): string | null {
  if (name.trim() === '') return 'A table needs a name.';
  if (byteLength(name) > nameBytes) return 'PostgreSQL keeps 63 bytes of a name.';
  if (beside.includes(name)) return 'The two tables need different names.';
  if (isTaken(catalog, schema, name)) return 'There is something of this name already.';
  return null;
}

/** The name under which the table is put aside. */
export function nameAside(catalog: Catalog, { schema, name }: Table, beside: readonly string[]): string {
  return firstFree(
    (number) => joinedName(name, null, number === 0 ? 'old' : `old${number}`),
    (one) => beside.includes(one) || isTaken(catalog, schema, one),
  );
}

function freeName(
  catalog: Catalog,
  { schema }: Table,
  wanted: readonly string[],
  beside: readonly string[] = [],
): string {
  const isFree = (name: string): boolean =>
    byteLength(name) <= nameBytes && !beside.includes(name) && !isTaken(catalog, schema, name);
  const found = wanted.find(isFree);
  if (found !== undefined) return found;
  return firstFree(
    (number) => joinedName(wanted.at(-1) ?? 'part', null, String(number + 2)),
    (name) => !isFree(name),
  );
}

function isTaken({ tables, views, sequences, types }: Catalog, schema: string, name: string): boolean {
  return (
    [...tables, ...views, ...sequences, ...types].some((thing) => isSameObject(thing, { schema, name })) ||
    tables.some((table) => table.schema === schema && table.indexes.some((index) => index.name === name))
  );
}

/** `product_id` is about a product, `"Order No"` about an order. */
function stemOf(column: string): string {
  const stem = column.replace(/[_ ]?(id|ids|no|nr|code|key|number|num|e?mail)\.?$/i, '');
  return stem === '' ? column : stem;
}

/** By the common rules; a proposal, as names of other languages are not known here. */
function plural(word: string): string {
  if (!/\p{L}$/u.test(word)) return word;
  if (/(s|x|z|ch|sh)$/i.test(word)) return /s$/i.test(word) && !/ss$/i.test(word) ? word : `${word}es`;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** Whether nothing but being reserved would call for quotes. */
function isPlain(word: string): boolean {
  return /^[a-z_][a-z0-9_]*$/.test(word);
}

/** A determinant of many columns would make a name that nobody reads. */
function fitting(table: Table, name: string): string {
  return byteLength(name) <= 40 ? name : `${table.name}_facts`;
}
