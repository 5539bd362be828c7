import type { CheckConstraint, Exclusion, ForeignKey, Index, Key, Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import { columnsIn } from './columns-in.ts';
import { checkSql, exclusionSql, keySql } from './constraint-sql.ts';
import type { TakenNames } from './taken-names.ts';
import { foreignKeySql } from './foreign-key-sql.ts';
import { targetOf, typesIn, type DdlContext } from './ddl-context.ts';

/**
 * The constraints of a table as they stand in CREATE TABLE: with their column where one column is all they are about and
 * PostgreSQL gives them their name anyway, else on a line of their own. They are named in the order in which PostgreSQL
 * looks for names: checks, keys, foreign keys, and of each those of columns first.
 */
export interface TableParts {
  inline(column: string): readonly string[];
  readonly lines: readonly string[];
}

/** The constraints that CREATE TABLE is to make. */
export type MadeWithTable = Pick<Table, 'primaryKey' | 'uniques' | 'checks' | 'exclusions' | 'foreignKeys'>;

export function tableParts(table: Table, made: MadeWithTable, context: DdlContext): TableParts {
  const parts = new PartsInMaking(table, context);
  parts.addChecks(made.checks);
  parts.addKeys(made);
  parts.addForeignKeys(made.foreignKeys);
  return parts;
}

/** UNIQUE over the columns of another key: within CREATE TABLE PostgreSQL makes one of the two. */
export function repeatsKey(key: Key, earlier: readonly Key[]): boolean {
  return earlier.some((other) => isSameData({ ...other, name: key.name }, key));
}

export function checkName({ taken }: DdlContext, table: Table, { expression }: CheckConstraint): string {
  const columns = columnsIn(
    expression,
    table.columns.map(({ name }) => name),
  );
  return taken.constraint(table, columns.length === 1 ? columns : null, 'check');
}

export function keyName(taken: TakenNames, table: Table, key: Key, kind: 'primary key' | 'unique'): string {
  return kind === 'primary key' ? taken.primaryKey(table) : taken.index(table, [...key.columns, ...key.include], 'key');
}

/** Null where PostgreSQL's own choice hangs on expressions: then the name is always written. */
export function exclusionName(taken: TakenNames, table: Table, exclusion: Exclusion): string | null {
  if (exclusion.elements.some(({ isExpression }) => isExpression)) return null;
  const include = indexOf(table, exclusion)?.include ?? [];
  return taken.index(table, [...exclusion.elements.map(({ expression }) => expression), ...include], 'excl');
}

export function indexOf(table: Table, { name }: { readonly name: string }): Index | undefined {
  return table.indexes.find((index) => index.constraint === name);
}

/** `constraint its_name ` where PostgreSQL would give another one. */
export function naming(name: string, given: string | null): string {
  return name === given ? '' : `constraint ${quoteName(name)} `;
}

/** In the order in which they are read; PostgreSQL names them in another. */
const kinds = ['key', 'check', 'foreign key'] as const;

type Kind = (typeof kinds)[number];

class PartsInMaking {
  readonly #inline: { readonly kind: Kind; readonly column: string; readonly words: string }[] = [];
  readonly #lines: { readonly kind: Kind; readonly words: string }[] = [];
  readonly #table: Table;
  readonly #context: DdlContext;

  constructor(table: Table, context: DdlContext) {
    this.#table = table;
    this.#context = context;
  }

  inline(column: string): readonly string[] {
    return kinds
      .flatMap((kind) => this.#inline.filter((part) => part.kind === kind && part.column === column))
      .map(wordsOf);
  }

  get lines(): readonly string[] {
    return ['key', 'foreign key', 'check']
      .flatMap((kind) => this.#lines.filter((part) => part.kind === kind))
      .map(wordsOf);
  }

  addChecks(checks: readonly CheckConstraint[]): void {
    const rest = new Set(checks);
    const names = this.#table.columns.map(({ name }) => name);
    for (const column of names) {
      const own = checks.filter(({ expression }) => isSameData(columnsIn(expression, names), [column]));
      // The first of them is the one with the name that is next, and so on.
      for (;;) {
        const given = this.#context.taken.constraint(this.#table, [column], 'check');
        const check = own.find(({ name }) => name === given);
        if (check === undefined) break;
        rest.delete(check);
        this.#inline.push({ kind: 'check', column, words: checkSql(check, typesIn(this.#table, this.#context)) });
        this.#take(check.name, false);
      }
    }
    for (const check of rest) {
      const words =
        naming(check.name, checkName(this.#context, this.#table, check)) +
        checkSql(check, typesIn(this.#table, this.#context));
      this.#lines.push({ kind: 'check', words });
      this.#take(check.name, false);
    }
  }

  addKeys({ primaryKey, uniques, exclusions }: MadeWithTable): void {
    if (primaryKey !== null) this.#addKey(primaryKey, 'primary key');
    const single = uniques.filter((key) => isInline(key));
    const inColumnOrder = this.#table.columns.flatMap(({ name }) =>
      single.filter(({ columns }) => columns[0] === name),
    );
    const named = new Set<Key>();
    for (const key of inColumnOrder) {
      if (key.name === keyName(this.#context.taken, this.#table, key, 'unique')) this.#addKey(key, 'unique');
      else named.add(key);
    }
    for (const key of uniques) if (!inColumnOrder.includes(key) || named.has(key)) this.#addKey(key, 'unique');
    for (const exclusion of exclusions) {
      const given = exclusionName(this.#context.taken, this.#table, exclusion);
      const words =
        naming(exclusion.name, given) +
        exclusionSql(exclusion, indexOf(this.#table, exclusion), typesIn(this.#table, this.#context));
      this.#lines.push({ kind: 'key', words });
      this.#take(exclusion.name, true);
    }
  }

  addForeignKeys(foreignKeys: readonly ForeignKey[]): void {
    const rest = new Set(foreignKeys);
    for (const { name: column } of this.#table.columns) {
      const own = foreignKeys.filter(({ columns }) => isSameData(columns, [column]));
      for (;;) {
        const given = this.#context.taken.constraint(this.#table, [column], 'fkey');
        const key = own.find(({ name }) => name === given);
        if (key === undefined) break;
        rest.delete(key);
        const words = foreignKeySql(key, targetOf(key, this.#context), false);
        this.#inline.push({ kind: 'foreign key', column, words });
        this.#take(key.name, false);
      }
    }
    for (const key of rest) {
      const given = this.#context.taken.constraint(this.#table, key.columns, 'fkey');
      const words = naming(key.name, given) + foreignKeySql(key, targetOf(key, this.#context), true);
      this.#lines.push({ kind: 'foreign key', words });
      this.#take(key.name, false);
    }
  }

  #addKey(key: Key, kind: 'primary key' | 'unique'): void {
    const given = keyName(this.#context.taken, this.#table, key, kind);
    const [column] = key.columns;
    if (column !== undefined && isInline(key) && key.name === given) {
      this.#inline.push({ kind: 'key', column, words: keySql(key, kind, false) });
    } else this.#lines.push({ kind: 'key', words: naming(key.name, given) + keySql(key, kind, true) });
    this.#take(key.name, true);
  }

  #take(name: string, withIndex: boolean): void {
    this.#context.taken.takeConstraint({ schema: this.#table.schema, name }, withIndex);
  }
}

function wordsOf({ words }: { readonly words: string }): string {
  return words;
}

function isInline({ columns, include }: Key): boolean {
  return columns.length === 1 && include.length === 0;
}
