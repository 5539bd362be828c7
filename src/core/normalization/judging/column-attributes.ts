import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { declaredKeys } from './surrogates.ts';
import { columnKey, foreignKeyTies, TieGraph, type ColumnOfTable, type ForeignKeyTie } from './foreign-key-ties.ts';
import { numberedNamesakes } from './numbered-columns.ts';

/**
 * Which columns of a design stand for which attributes: by name, else along foreign keys, else as the author says. A
 * column that only a foreign key ties to an attribute gives way to one of its own table that has the attribute's name: the
 * first is then a number that stands for the second. So is a number of a new table that is only called as an attribute is. What is nowhere else goes before a foreign key: `people.id`, to which
 * `teams.lead_id` refers, is no `lead_id` where the author says that `id` is `person_id`.
 */
export interface ColumnAttributes {
  /** By `columnKey`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** By `columnKey`, for columns that foreign keys tie to several attributes. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  readonly doubled: readonly DoubledAttribute[];
  /** Columns without an attribute that foreign keys tie together: numbers that stand for a row. */
  readonly ties: readonly (readonly ColumnOfTable[])[];
  /** By `columnKey`: what stands for an attribute for no other reason than a foreign key. */
  readonly tiedOnly: ReadonlySet<string>;
  /** Foreign keys whose two columns do not stand for one attribute. */
  readonly uneven: readonly ForeignKeyTie[];
}

/** An attribute that several columns of a table stand for alike. */
export interface DoubledAttribute {
  readonly table: Table;
  readonly attribute: string;
  readonly columns: readonly string[];
}

/** Columns to attributes; a key may be `column` or, for one table only, `table.column`. */
export type ColumnMap = ReadonlyMap<string, string>;

/** How a column came to its attribute; the smaller goes before the greater. */
const [byName, byAuthor, byForeignKey] = [0, 1, 2];

interface ReadingQuestion {
  readonly attributes: readonly string[];
  readonly columns: ColumnMap;
  /** What an attribute determines: of several that foreign keys tie a key to, it is the one that determines its table. */
  readonly closureOf: (attribute: string) => readonly string[];
  /** Tables of the design that were not there before. */
  readonly made: readonly Table[];
}

/** Reads the columns of all `tables`; `design` are those whose columns are asked for. */
export function columnAttributes(
  tables: readonly Table[],
  design: readonly Table[],
  { attributes, columns: map, closureOf, made }: ReadingQuestion,
): ColumnAttributes {
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => ({ table, column: name })));
  const ties = foreignKeyTies(tables);
  const graph = new TieGraph(ties);
  const reading = new Reading(graph, columns.map(columnKey));

  const namedAs = (table: Table, column: string): string | undefined =>
    map.get(`${qualifiedName(table)}.${column}`) ?? (attributes.includes(column) ? column : undefined);
  const namesakes = numberedNamesakes(design, made, { attributes, closureOf, namedAs, map });
  for (const { table, column } of columns) {
    const own = namedAs(table, column);
    if (own !== undefined && !namesakes.has(columnKey({ table, column })))
      reading.settle(columnKey({ table, column }), own, byName);
  }
  reading.spread();
  for (const each of columns) {
    const said = map.get(each.column);
    if (said !== undefined && !reading.found.has(columnKey(each))) reading.settle(columnKey(each), said, byAuthor);
  }
  for (const each of columns) settleKey(reading, each, closureOf);
  reading.spread();
  const ofDesign = columns.filter(({ table }) => design.includes(table));
  const held = new Set(ofDesign.map((each) => reading.found.get(columnKey(each))));
  for (const each of ofDesign) {
    const said = map.get(each.column);
    if (said !== undefined && !held.has(said)) reading.settle(columnKey(each), said, byAuthor);
  }
  const doubled = tables.flatMap((table) => attributes.flatMap((attribute) => giveWay(reading, table, attribute)));
  return {
    attributes: reading.found,
    ambiguous: reading.ambiguous,
    doubled,
    ties: unreadTies(columns, reading),
    tiedOnly: new Set([...reading.found.keys()].filter((key) => reading.rankOf(key) === byForeignKey)),
    uneven: ties.filter(({ from, to }) => reading.found.get(columnKey(from)) !== reading.found.get(columnKey(to))),
  };
}

class Reading {
  readonly found = new Map<string, string>();
  readonly ambiguous = new Map<string, readonly string[]>();
  readonly #ranks = new Map<string, number>();

  readonly graph: TieGraph;
  readonly #keys: readonly string[];

  constructor(graph: TieGraph, keys: readonly string[]) {
    this.graph = graph;
    this.#keys = keys;
  }

  settle(key: string, attribute: string, rank: number): void {
    this.found.set(key, attribute);
    this.ambiguous.delete(key);
    this.#ranks.set(key, rank);
  }

  rankOf(key: string): number {
    return this.#ranks.get(key) ?? byForeignKey;
  }

  /** From what is settled along foreign keys to what is not. */
  spread(): void {
    const settled = new Map(this.found);
    for (const key of this.#keys.filter((each) => !settled.has(each))) {
      const ends = this.graph.reachable(key, (each) => settled.has(each));
      const [name, ...others] = new Set(ends.flatMap((each) => settled.get(each) ?? []));
      if (name === undefined) continue;
      if (others.length === 0) this.settle(key, name, byForeignKey);
      else this.ambiguous.set(key, [name, ...others]);
    }
  }
}

function settleKey(reading: Reading, { table, column }: ColumnOfTable, closureOf: ReadingQuestion['closureOf']): void {
  const candidates = reading.ambiguous.get(columnKey({ table, column }));
  const isKey = declaredKeys(table).some((key) => key.length === 1 && key[0] === column);
  if (candidates === undefined || !isKey) return;
  const others = table.columns.flatMap(({ name }) => reading.found.get(columnKey({ table, column: name })) ?? []);
  const [only, second] = candidates.filter((each) => others.every((other) => closureOf(each).includes(other)));
  if (only !== undefined && second === undefined) reading.settle(columnKey({ table, column }), only, byForeignKey);
}

/** Of several columns for one attribute, those with the better reason keep it. */
function giveWay(reading: Reading, table: Table, attribute: string): readonly DoubledAttribute[] {
  const keyOf = (column: string): string => columnKey({ table, column });
  const columns = table.columns.map(({ name }) => name).filter((name) => reading.found.get(keyOf(name)) === attribute);
  if (columns.length < 2) return [];
  const best = Math.min(...columns.map((name) => reading.rankOf(keyOf(name))));
  const winners = columns.filter((name) => reading.rankOf(keyOf(name)) === best);
  for (const name of columns.filter((each) => !winners.includes(each))) {
    const isOther = (key: string): boolean => reading.found.get(key) !== attribute;
    // What refers to it by the attribute's name holds the number too: `addresses.city`, beside `cities (id, city)`.
    const referring = reading.graph.isReferenced(keyOf(name)) ? reading.graph.reachable(keyOf(name), isOther) : [];
    for (const key of referring.filter((each) => !isOther(each))) reading.found.delete(key);
    reading.found.delete(keyOf(name));
  }
  return winners.length < 2 ? [] : [{ table, attribute, columns: winners }];
}

function unreadTies(columns: readonly ColumnOfTable[], { found, graph }: Reading): ColumnAttributes['ties'] {
  const unread = new Map(columns.map((each) => [columnKey(each), each] as const).filter(([key]) => !found.has(key)));
  const tied = new Set<string>();
  return [...unread.keys()].flatMap((key) => {
    if (tied.has(key)) return [];
    const tie = [key, ...graph.reachable(key, (each) => found.has(each))].filter((each) => unread.has(each));
    for (const each of tie) tied.add(each);
    return [tie.flatMap((each) => unread.get(each) ?? [])];
  });
}
