import { withoutArchive } from '#core/catalog/archive-schema.ts';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { isSameObject, type ObjectName } from '#core/catalog/object-name.ts';
import { attributeClosure } from '#core/relational/attribute-closure.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { columnAttributes, type ColumnAttributes, type ColumnMap } from './column-attributes.ts';
import { designTables, untouchedTables } from './design-tables.ts';
import { columnKey, type ColumnOfTable, type ForeignKeyTie } from './foreign-key-ties.ts';
import { isNumbered } from './numbered-columns.ts';
import { declaredKeys, surrogateColumns, type Surrogates } from './surrogates.ts';

/** A table as the theory sees it. */
export interface DesignRelation {
  readonly table: Table;
  /** In the order of the question, surrogates after them. */
  readonly attributes: readonly string[];
  /** The column that stands for each of them. */
  readonly columns: ReadonlyMap<string, string>;
  /** Surrogates that are a key of this table by themselves. */
  readonly ownSurrogates: readonly string[];
}

/**
 * A learner's tables, read as a decomposition. Surrogates are columns that stand for no attribute and belong to a declared
 * key, or are tied to one that does: they become attributes of their own, called `table.column`.
 */
export interface Design {
  readonly relations: readonly DesignRelation[];
  readonly surrogates: readonly string[];
  /** What the keys say of surrogates: a surrogate's key determines its table, every other declared key the surrogate. */
  readonly declared: readonly FunctionalDependency[];
  /** Foreign keys whose two columns do not stand for one attribute, from and to tables of the design. */
  readonly uneven: readonly UnevenTie[];
  /** Tables that have a column for none of the attributes, and are no part of it. */
  readonly apart: readonly Table[];
  readonly problems: readonly DesignProblem[];
}

export interface UnevenTie extends ForeignKeyTie {
  /** What the column that it refers to stands for. */
  readonly attribute: string;
}

export type DesignProblem =
  /** Nothing was made, and no table's columns changed. */
  | { readonly kind: 'no-tables' }
  | MissingAttribute
  /** Foreign keys tie the column to several attributes. */
  | (ColumnOfTable & { readonly kind: 'ambiguous-column'; readonly attributes: readonly string[] })
  /** Several columns of a table stand for one attribute, or for one surrogate: in which role is not to be told. */
  | {
      readonly kind: 'doubled-attribute' | 'several-roles';
      readonly table: Table;
      readonly columns: readonly string[];
      readonly of: string;
    };

export interface MissingAttribute {
  readonly kind: 'missing-attribute';
  readonly attribute: string;
  /** Columns that stand for nothing. */
  readonly unread: readonly ColumnOfTable[];
  /** Columns that stand for another attribute, but only along a foreign key. */
  readonly tied: readonly (ColumnOfTable & { readonly attribute: string })[];
  /** The tables that hold it, and are as they were. */
  readonly untouched: readonly Table[];
}

export interface DesignQuestion {
  readonly before: Catalog;
  readonly now: Catalog;
  /** The tables to read; null for those made or changed since `before`. */
  readonly tables: readonly Table[] | null;
  readonly attributes: readonly string[];
  readonly columns: ColumnMap;
  /** What is said of the attributes. */
  readonly functional: readonly FunctionalDependency[];
  /** The table that was split, which lends the design nothing while it stands there as it was. */
  readonly original: ObjectName | null;
  /** Whether an untouched table has to be referred to by the design to lend it anything; any may where it is left out. */
  readonly isLentByReference?: boolean;
}

/**
 * What is ambiguous or unknown is a problem, never guessed. Only for an attribute that is in none of the tables made or
 * changed, others that hold it count too: a table of an earlier step need not be touched again.
 */
export function readDesign(question: DesignQuestion): Design {
  const { before, now, attributes } = question;
  const made = question.tables ?? designTables(before, now);
  const all = withoutArchive(now).tables.filter(({ partitionOf }) => partitionOf === null);
  const read = columnAttributes([...all, ...made.filter((table) => !all.includes(table))], made, {
    attributes,
    columns: question.columns,
    made: made.filter((table) => !before.tables.some((each) => isSameObject(each, table))),
    closureOf: (name) => attributeClosure({ attributes, functional: question.functional }, [name]).attributes,
  });
  const holds = (table: Table, attribute: string): boolean =>
    table.columns.some(({ name }) => read.attributes.get(columnKey({ table, column: name })) === attribute);
  const missing = attributes.filter((attribute) => !made.some((table) => holds(table, attribute)));
  const untouched = question.tables === null && made.length > 0 ? untouchedTables(before, now) : [];
  const isOriginal = (table: Table): boolean =>
    (question.original !== null && isSameObject(table, question.original)) ||
    attributes.every((attribute) => holds(table, attribute));
  const mayCount = (table: Table): boolean => question.isLentByReference !== true || isReferredTo(made, table);
  const lent = untouched.filter(
    (table) => !isOriginal(table) && mayCount(table) && missing.some((attribute) => holds(table, attribute)),
  );
  const tables = [...made, ...lent];

  const surrogates = surrogateColumns(tables, read.ties);
  const relations = tables
    .map((table) => relationOf(table, attributes, read, surrogates))
    .filter((relation) => relation.attributes.some((name) => !relation.ownSurrogates.includes(name)));
  const [unread, tied] = [unreadColumns(made, read), tiedColumns(tables, read)];
  const problems: readonly DesignProblem[] = [
    ...(made.length === 0 ? [{ kind: 'no-tables' } as const] : []),
    ...ambiguities(tables, read, surrogates),
    ...(made.length === 0 ? [] : missing)
      .filter((attribute) => !lent.some((table) => holds(table, attribute)))
      .map((attribute) => ({
        kind: 'missing-attribute' as const,
        attribute,
        unread,
        tied,
        untouched: untouched.filter((table) => holds(table, attribute) && (isOriginal(table) || mayCount(table))),
      })),
  ];
  const used = new Set(relations.flatMap((relation) => relation.attributes));
  return {
    relations,
    surrogates: [...new Set(surrogates.values())].filter((name) => used.has(name)),
    declared: relations.flatMap((relation) => declaredOfSurrogates(relation, attributes)),
    uneven: unevenTies(tables, read),
    apart: tables.filter((table) => !relations.some((relation) => relation.table === table)),
    problems,
  };
}

function isReferredTo(tables: readonly Table[], { schema, name }: Table): boolean {
  return tables.some(({ foreignKeys }) =>
    foreignKeys.some(({ references }) => isSameObject({ schema, name }, { ...references, name: references.table })),
  );
}

function relationOf(
  table: Table,
  attributes: readonly string[],
  read: ColumnAttributes,
  surrogates: Surrogates,
): DesignRelation {
  const columns = new Map<string, string>();
  for (const { name } of table.columns) {
    const key = columnKey({ table, column: name });
    const attribute = read.attributes.get(key) ?? surrogates.get(key);
    if (attribute !== undefined && !columns.has(attribute)) columns.set(attribute, name);
  }
  const isSurrogate = (name: string): boolean => !attributes.includes(name);
  const own = [...attributes.filter((name) => columns.has(name)), ...[...columns.keys()].filter(isSurrogate)];
  const singleKeys = declaredKeys(table).flatMap((key) => (key.length === 1 ? key : []));
  return {
    table,
    attributes: own,
    columns: new Map(own.map((name) => [name, columns.get(name) ?? name])),
    ownSurrogates: own.filter((name) => isSurrogate(name) && singleKeys.includes(columns.get(name) ?? '')),
  };
}

function declaredOfSurrogates(
  { table, attributes, columns }: DesignRelation,
  known: readonly string[],
): readonly FunctionalDependency[] {
  const attributeOf = new Map([...columns].map(([attribute, column]) => [column, attribute]));
  const surrogates = attributes.filter((name) => !known.includes(name));
  if (surrogates.length === 0) return [];
  return declaredKeys(table).flatMap((key): readonly FunctionalDependency[] => {
    const determinant = key.flatMap((column) => attributeOf.get(column) ?? []);
    if (determinant.length < key.length) return [];
    const isOfSurrogate = determinant.some((name) => surrogates.includes(name));
    const dependents = (isOfSurrogate ? attributes : surrogates).filter((name) => !determinant.includes(name));
    return dependents.length === 0 ? [] : [{ determinant, dependents }];
  });
}

function ambiguities(
  tables: readonly Table[],
  { ambiguous, doubled }: ColumnAttributes,
  surrogates: Surrogates,
): readonly DesignProblem[] {
  return tables.flatMap((table): readonly DesignProblem[] => {
    const several = table.columns.flatMap(({ name: column }): readonly DesignProblem[] => {
      const attributes = ambiguous.get(columnKey({ table, column }));
      return attributes === undefined ? [] : [{ kind: 'ambiguous-column', table, column, attributes }];
    });
    const twice = doubled
      .filter((each) => each.table === table)
      .map(({ attribute, columns }) => ({ kind: 'doubled-attribute' as const, table, columns, of: attribute }));
    const numbered = table.columns.map(({ name }) => ({
      name,
      of: surrogates.get(columnKey({ table, column: name })),
    }));
    const roles = [...new Set(numbered.flatMap(({ of }) => of ?? []))]
      .map((of) => ({ of, columns: numbered.filter((each) => each.of === of).map(({ name }) => name) }))
      .filter(({ columns }) => columns.length > 1)
      .map(({ of, columns }) => ({ kind: 'several-roles' as const, table, columns, of }));
    return [...several, ...twice, ...roles];
  });
}

/**
 * What may be a renamed attribute: neither read, nor a number that is given to a row or refers to one of another table. One
 * of the own table may be: a coach, who is one of the staff.
 */
function unreadColumns(tables: readonly Table[], { attributes }: ColumnAttributes): readonly ColumnOfTable[] {
  return tables.flatMap((table) =>
    table.columns
      .filter((column) => {
        const { name } = column;
        const refers = table.foreignKeys.some(
          ({ columns, references: { schema, table: other } }) =>
            columns.includes(name) && !isSameObject(table, { schema, name: other }),
        );
        return !attributes.has(columnKey({ table, column: name })) && !isNumbered(column) && !refers;
      })
      .map(({ name }) => ({ table, column: name })),
  );
}

function tiedColumns(tables: readonly Table[], { attributes, tiedOnly }: ColumnAttributes): MissingAttribute['tied'] {
  return tables.flatMap((table) =>
    table.columns.flatMap(({ name: column }) => {
      const attribute = attributes.get(columnKey({ table, column }));
      return attribute !== undefined && tiedOnly.has(columnKey({ table, column }))
        ? [{ table, column, attribute }]
        : [];
    }),
  );
}

function unevenTies(tables: readonly Table[], { attributes, uneven }: ColumnAttributes): readonly UnevenTie[] {
  return uneven.flatMap((tie) => {
    const attribute = attributes.get(columnKey(tie.to));
    return attribute !== undefined && tables.includes(tie.from.table) && tables.includes(tie.to.table)
      ? [{ ...tie, attribute }]
      : [];
  });
}
