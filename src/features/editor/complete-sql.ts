import type { Catalog } from '#core/catalog/catalog.ts';
import { quoteName, readName } from '#core/catalog/quote-name.ts';
import { scanSql, type SqlToken } from '#core/shared/sql-tokens.ts';
import { readScope, relationsOf, type Relation, type ScopeEntry } from './statement-scope.ts';
import {
  aliasSuggestion,
  columnSuggestions,
  functionSuggestions,
  keywordSuggestions,
  mergeColumns,
  schemaSuggestions,
  tableSuggestion,
  typeSuggestions,
  type Suggestion,
} from './suggestion.ts';

export interface Completion {
  /** Where the word that is being typed begins; a suggestion replaces it up to the cursor. */
  readonly start: number;
  /** Everything that may stand there, likeliest first. The editor narrows it to what was typed. */
  readonly suggestions: readonly Suggestion[];
}

/**
 * What may be typed at `offset`: after `alias.` or `table.` its columns, after FROM and the like tables, after `::`
 * types, and elsewhere the columns of the tables that the statement names, then functions, keywords and the rest.
 * Nothing inside strings and comments.
 */
export function completeSql(text: string, offset: number, catalog: Catalog | null): Completion {
  const tokens = scanSql(text);
  const isInside = ({ start, end, isClosed }: SqlToken) => start < offset && (isClosed ? offset < end : offset <= end);
  const inside = tokens.find(isInside);
  if (inside?.kind === 'string' || inside?.kind === 'comment') return { start: offset, suggestions: [] };

  const typed = tokens.find(({ kind, start, end }) => isName(kind) && start < offset && offset <= end);
  const start = typed?.start ?? offset;
  const code = tokens.filter((token) => token.kind !== 'comment' && token !== typed);
  const before = code.filter(({ end }) => end <= start);
  const relations = catalog === null ? [] : relationsOf(catalog);
  const scope = readScope(statementAt(code, start), relations);
  return { start, suggestions: suggest({ before, scope, relations, catalog }) };
}

interface Place {
  /** The tokens before the word that is being typed. */
  readonly before: readonly SqlToken[];
  readonly scope: readonly ScopeEntry[];
  readonly relations: readonly Relation[];
  readonly catalog: Catalog | null;
}

function suggest({ before, scope, relations, catalog }: Place): readonly Suggestion[] {
  const last = before.at(-1);
  const owner = before.at(-2);
  if (last?.text === '.' && owner !== undefined) return afterDot(readName(owner.text), scope, relations);
  if (last?.text === '::') return typeSuggestions(catalog);

  const tables = relations.map(tableSuggestion);
  const schemas = schemaSuggestions(catalog);
  if (wantsRelation(before)) return [...tables, ...schemas, ...keywordSuggestions];
  // Until the statement names a table, any column may be meant: `select` comes before `from`.
  const columns = (scope.length > 0 ? scope.map(({ relation }) => relation) : relations).flatMap(columnSuggestions);
  return [
    ...mergeColumns(columns),
    ...scope.filter(({ alias, relation }) => alias !== relation.name).map(aliasSuggestion),
    ...keywordSuggestions,
    ...functionSuggestions(catalog),
    ...tables,
    ...typeSuggestions(catalog),
    ...schemas,
  ];
}

const beforeRelation = new Set([
  'from',
  'join',
  'into',
  'update',
  'table',
  'only',
  'references',
  'truncate',
  'analyze',
]);
const clauses = new Set(['select', 'from', 'where', 'group', 'order', 'having', 'set', 'values', 'returning']);

/** A table follows FROM and the like, and a comma in the list that FROM began. */
function wantsRelation(before: readonly SqlToken[]): boolean {
  const last = before.at(-1)?.text.toLowerCase() ?? '';
  if (last !== ',') return beforeRelation.has(last);
  return before.findLast(({ text }) => clauses.has(text.toLowerCase()))?.text.toLowerCase() === 'from';
}

/** The rows that PostgreSQL names itself: of the table that INSERT, UPDATE, DELETE or MERGE is about. */
const targetRows = new Set(['excluded', 'old', 'new']);

function afterDot(owner: string, scope: readonly ScopeEntry[], relations: readonly Relation[]): readonly Suggestion[] {
  const named = scope.find(({ alias }) => alias === owner)?.relation;
  const target = targetRows.has(owner) ? scope[0]?.relation : undefined;
  const relation = named ?? target ?? relations.find(({ name }) => name === owner);
  if (relation !== undefined) return columnSuggestions(relation);
  return relations
    .filter(({ schema }) => schema === owner)
    .map((table) => ({ ...tableSuggestion(table), insert: quoteName(table.name) }));
}

/** The tokens of the statement in which `offset` stands. */
function statementAt(tokens: readonly SqlToken[], offset: number): readonly SqlToken[] {
  const from = tokens.findLast(({ text, end }) => text === ';' && end <= offset)?.end ?? 0;
  const to = tokens.find(({ text, start }) => text === ';' && start >= offset)?.start ?? Infinity;
  return tokens.filter(({ start, end }) => start >= from && end <= to);
}

const isName = (kind: SqlToken['kind']) => kind === 'word' || kind === 'quoted';
