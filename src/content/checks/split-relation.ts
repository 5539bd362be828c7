import type { Table, View } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import type { NormalFormParams } from './normal-form-params.ts';

/**
 * What the dependencies are about. A multivalued dependency is also about what it does not name: then all columns of the
 * original are attributes.
 */
export function schemeOf(
  { dependencies, columns, rowsOf }: NormalFormParams,
  original: Table | View | null,
): RelationScheme {
  const named = dependencies.flatMap(({ determinant, dependents }) => [...determinant, ...dependents]);
  const multivalued = dependencies.filter(({ kind }) => kind === 'multivalued');
  const known = new Set(named);
  const others =
    original === null || rowsOf === null || multivalued.length === 0
      ? []
      : factColumns(original, known).map(({ name }) => attributeOf(original, name, known, new Map(columns)));
  return {
    attributes: [...new Set([...named, ...others])],
    functional: dependencies.filter(({ kind }) => kind === 'functional'),
    multivalued,
  };
}

function attributeOf(
  original: Table | View,
  column: string,
  known: ReadonlySet<string>,
  columns: ReadonlyMap<string, string>,
): string {
  const said = columns.get(`${qualifiedName(original)}.${column}`);
  return said ?? (known.has(column) ? column : (columns.get(column) ?? column));
}

/** All columns but a number that the table gives its rows itself, and that nothing is said about. */
function factColumns(original: Table | View, known: ReadonlySet<string>) {
  const isNumbered = (name: string): boolean => {
    const column = 'primaryKey' in original ? original.columns.find((each) => each.name === name) : undefined;
    return column !== undefined && (column.identity !== null || /nextval\(|uuid\w*\(/.test(column.default ?? ''));
  };
  return original.columns.filter(({ name }) => known.has(name) || !isNumbered(name));
}

/** A column of the original whose values must be had back. */
export interface ComparedColumn {
  readonly attribute: string;
  readonly name: string;
  readonly type: string;
}

export function comparedColumns(
  original: Table | View,
  { attributes }: RelationScheme,
  { columns }: NormalFormParams,
): readonly ComparedColumn[] {
  const known = new Set(attributes);
  const all = factColumns(original, known).map(({ name, type }) => ({
    attribute: attributeOf(original, name, known, new Map(columns)),
    name,
    type,
  }));
  return all.filter(({ attribute }, place) => all.findIndex((each) => each.attribute === attribute) === place);
}
