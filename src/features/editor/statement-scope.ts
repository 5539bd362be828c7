import type { Catalog } from '#core/catalog/catalog.ts';
import { readName } from '#core/catalog/quote-name.ts';
import { reservedWords } from '#core/catalog/reserved-words.ts';
import type { SqlToken } from '#core/shared/sql-tokens.ts';

/** A table or view of the catalog, reduced to what completion offers of it. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly isView: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** A relation that a statement names, under the name that it has there. */
export interface ScopeEntry {
  readonly alias: string;
  readonly relation: Relation;
}

export function relationsOf({ tables, views }: Catalog): readonly Relation[] {
  return [
    ...tables.map(({ schema, name, columns }) => ({ schema, name, columns, isView: false })),
    ...views.map(({ schema, name, columns }) => ({ schema, name, columns, isView: true })),
  ];
}

const introducers = new Set(['from', 'join', 'into', 'update', 'using', 'table', 'only', 'references', 'on']);
const notAnAlias = new Set([
  ...reservedWords,
  'set',
  'values',
  'add',
  'drop',
  'alter',
  'rename',
  'cascade',
  'restrict',
]);

/**
 * The catalog's relations that the tokens of one statement name after FROM, JOIN, UPDATE, INTO and the like, or after
 * a comma there, with their aliases. What is no relation (a CTE, a function, a column after ON) is left out.
 */
export function readScope(tokens: readonly SqlToken[], relations: readonly Relation[]): readonly ScopeEntry[] {
  const entries: ScopeEntry[] = [];
  let mayFollowComma = false;
  for (let place = 0; place < tokens.length; place += 1) {
    const word = tokens[place]?.text.toLowerCase() ?? '';
    const introduces = introducers.has(word) || (word === ',' && mayFollowComma);
    if (!introduces) {
      if (endsList.has(word)) mayFollowComma = false;
      continue;
    }
    mayFollowComma ||= word === 'from' || word === 'using';
    const named = readRelation(tokens, place + 1, relations);
    if (named === null) continue;
    entries.push({ alias: readAlias(tokens, named.end) ?? named.relation.name, relation: named.relation });
    place = named.end - 1;
  }
  return entries;
}

const endsList = new Set(['where', 'group', 'order', 'having', 'limit', 'set', 'select', 'returning', ';']);

/** Reads `name` or `schema.name` at `place`. */
function readRelation(
  tokens: readonly SqlToken[],
  place: number,
  relations: readonly Relation[],
): { readonly relation: Relation; readonly end: number } | null {
  const first = nameAt(tokens, place);
  if (first === null) return null;
  const second = tokens[place + 1]?.text === '.' ? nameAt(tokens, place + 2) : null;
  const relation =
    second === null
      ? relations.find(({ name }) => name === first)
      : relations.find(({ schema, name }) => schema === first && name === second);
  return relation === undefined ? null : { relation, end: place + (second === null ? 1 : 3) };
}

function readAlias(tokens: readonly SqlToken[], place: number): string | null {
  const hasAs = tokens[place]?.text.toLowerCase() === 'as';
  const alias = nameAt(tokens, hasAs ? place + 1 : place);
  return alias === null || notAnAlias.has(alias) ? null : alias;
}

function nameAt(tokens: readonly SqlToken[], place: number): string | null {
  const found = tokens[place];
  return found?.kind === 'word' || found?.kind === 'quoted' ? readName(found.text) : null;
}
