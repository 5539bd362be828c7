import type { Catalog } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { commonFunctions, offeredKeywords, typeNames } from './sql-words.ts';
import type { Relation, ScopeEntry } from './statement-scope.ts';

export interface Suggestion {
  readonly kind: 'column' | 'table' | 'view' | 'schema' | 'function' | 'type' | 'keyword';
  /** What is listed, and what typed letters are compared with. */
  readonly label: string;
  /** What is written into the text; of a function, its name without parentheses. */
  readonly insert: string;
  /** A column's type, a function's signature, whose column it is. */
  readonly detail: string;
}

export const keywordSuggestions: readonly Suggestion[] = offeredKeywords.map((word) => ({
  kind: 'keyword',
  label: word,
  insert: word,
  detail: '',
}));

export function typeSuggestions(catalog: Catalog | null): readonly Suggestion[] {
  const own = catalog?.types.map(({ name, kind }) => ({
    kind: 'type' as const,
    label: name,
    insert: quoteName(name),
    detail: kind,
  }));
  const builtIn = typeNames.map((name) => ({ kind: 'type' as const, label: name, insert: name, detail: 'type' }));
  return [...(own ?? []), ...builtIn];
}

export function functionSuggestions(catalog: Catalog | null): readonly Suggestion[] {
  const own = catalog?.functions.map(({ name, arguments: list, returns }) => ({
    kind: 'function' as const,
    label: name,
    insert: quoteName(name),
    detail: `${name}(${list})${returns === null ? '' : ` → ${returns}`}`,
  }));
  const common = commonFunctions.map(({ name, signature }) => ({
    kind: 'function' as const,
    label: name,
    insert: name,
    detail: signature,
  }));
  return [...(own ?? []), ...common];
}

export function tableSuggestion({ schema, name, isView }: Relation): Suggestion {
  const isPublic = schema === 'public';
  return {
    kind: isView ? 'view' : 'table',
    label: name,
    insert: isPublic ? quoteName(name) : `${quoteName(schema)}.${quoteName(name)}`,
    detail: isPublic ? (isView ? 'view' : 'table') : schema,
  };
}

export function columnSuggestions({ name: table, columns }: Relation): readonly Suggestion[] {
  return columns.map(({ name, type }) => ({
    kind: 'column',
    label: name,
    insert: quoteName(name),
    detail: `${type} · ${table}`,
  }));
}

export function aliasSuggestion({ alias, relation }: ScopeEntry): Suggestion {
  return { kind: 'table', label: alias, insert: quoteName(alias), detail: relation.name };
}

export function schemaSuggestions(catalog: Catalog | null): readonly Suggestion[] {
  const names = catalog?.schemas.filter((name) => name !== 'public') ?? [];
  return names.map((name) => ({ kind: 'schema', label: name, insert: quoteName(name), detail: 'schema' }));
}

/** A column that several tables have is listed once, with all of them. */
export function mergeColumns(columns: readonly Suggestion[]): readonly Suggestion[] {
  const byText = new Map<string, Suggestion>();
  for (const column of columns) {
    const known = byText.get(column.insert);
    if (known === undefined) byText.set(column.insert, column);
    else if (known.detail !== column.detail) {
      byText.set(column.insert, { ...known, detail: `${known.detail}, ${column.detail}` });
    }
  }
  return [...byText.values()];
}
