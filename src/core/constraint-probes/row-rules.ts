import type { Catalog, Exclusion, Index, Table } from '#core/catalog/catalog.ts';
import { objectKey, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { columnsNamedIn, withValue } from './expression-constants.ts';
import { isSelfReference, plainTypeOf } from './tables-of.ts';

/** A condition that a new row `r` must meet beside the rows that are there. */
export interface Rule {
  readonly kind: 'not null' | 'check' | 'domain' | 'unique' | 'exclusion' | 'foreign key' | 'partition';
  /** Of the constraint or index; of a NOT NULL the column's. */
  readonly name: string;
  readonly columns: readonly string[];
  /** A boolean over the row `r`; the row may stay unless it is false. */
  readonly holds: string;
  /** What values near it are to be tried. */
  readonly expression: string;
  /** The row meets it by a value of one column alone that none of the others holds. */
  readonly key: readonly string[] | null;
}

/** What the catalog does not say: the condition of each partition, by `objectKey` of every table above it and its own. */
export type PartitionConditions = ReadonlyMap<string, readonly string[]>;

/** All that decides whether a row may stand in the table. Triggers are left out: only PostgreSQL knows what they do. */
export function rulesOf(
  catalog: Pick<Catalog, 'types'>,
  table: Table,
  partitions: PartitionConditions,
): readonly Rule[] {
  const names = table.columns.map(({ name }) => name);
  const rules = [
    ...notNullRules(catalog, table),
    ...table.checks.map(({ name, expression }): Rule => {
      const columns = columnsNamedIn(expression, names);
      return { kind: 'check', name, columns, holds: `(${expression})`, expression, key: null };
    }),
    ...domainRules(catalog, table),
    ...table.indexes.filter(({ unique }) => unique).map((index) => uniqueRule(table, index)),
    ...table.exclusions.map((exclusion) => exclusionRule(table, exclusion)),
    ...table.foreignKeys.map((foreignKey) => foreignKeyRule(table, foreignKey)),
    ...partitionRules(table, partitions),
  ];
  return rules.map((rule) => ({ ...rule, columns: withSources(table, rule.columns) }));
}

/** A generated column is as good as what it is computed from. */
export function withSources(table: Table, columns: readonly string[]): readonly string[] {
  const names = table.columns.map(({ name }) => name);
  const sources = columns.flatMap((name) => {
    const generated = table.columns.find((column) => column.name === name)?.generated;
    return generated == null ? [name] : columnsNamedIn(generated, names).filter((source) => source !== name);
  });
  return [...new Set(sources)];
}

function notNullRules(catalog: Pick<Catalog, 'types'>, table: Table): readonly Rule[] {
  return table.columns
    .filter(
      ({ notNull, type }) =>
        notNull || plainTypeOf(catalog, type).domains.some(({ domain }) => domain?.notNull === true),
    )
    .map(({ name }) => ({
      kind: 'not null',
      name,
      columns: [name],
      holds: `r.${quoteName(name)} is not null`,
      expression: '',
      key: null,
    }));
}

function domainRules(catalog: Pick<Catalog, 'types'>, table: Table): readonly Rule[] {
  return table.columns.flatMap((column) =>
    plainTypeOf(catalog, column.type).domains.flatMap(({ domain }) =>
      (domain?.checks ?? []).map(({ name, expression }): Rule => {
        const holds = `(${withValue(expression, `r.${quoteName(column.name)}`)})`;
        return { kind: 'domain', name, columns: [column.name], holds, expression, key: null };
      }),
    ),
  );
}

function uniqueRule(table: Table, index: Index): Rule {
  const key = [table.primaryKey, ...table.uniques].find((one) => one?.name === index.constraint);
  const same = key?.nullsNotDistinct === true ? 'is not distinct from' : '=';
  const elements = index.columns.map(({ expression, isExpression }) => ({ expression, isExpression, operator: same }));
  return { ...conflictRule(table, elements, index.where), kind: 'unique', name: index.constraint ?? index.name };
}

function exclusionRule(table: Table, { name, elements, where }: Exclusion): Rule {
  return { ...conflictRule(table, elements, where), kind: 'exclusion', name };
}

/** No row that is there stands to the new one as the operators say. */
function conflictRule(
  table: Table,
  elements: readonly { readonly expression: string; readonly isExpression: boolean; readonly operator: string }[],
  where: string | null,
): Omit<Rule, 'kind' | 'name'> {
  const names = table.columns.map(({ name }) => name);
  const values = elements.map(({ expression, isExpression }) =>
    isExpression ? `(${expression})` : quoteName(expression),
  );
  const list = values.map((value, place) => `${value} as x${place}`).join(', ');
  const on = elements.map(({ operator }, place) => `t.x${place} ${operator} n.x${place}`).join(' and ');
  const filter = where === null ? '' : ` where ${where}`;
  const isPlain = where === null && elements.every(({ isExpression }) => !isExpression);
  const holds = isPlain
    ? `not exists (select from ${sqlName(table)} t where ${elements
        .map(({ expression, operator }) => `t.${quoteName(expression)} ${operator} r.${quoteName(expression)}`)
        .join(' and ')})`
    : `not exists (select from (select ${list} from ${sqlName(table)}${filter}) t,` +
      ` (select ${list} from (select r.*) own${filter}) n where ${on})`;
  const columns = [
    ...elements.flatMap(({ expression, isExpression }) =>
      isExpression ? columnsNamedIn(expression, names) : [expression],
    ),
    ...(where === null ? [] : columnsNamedIn(where, names)),
  ];
  const key = isPlain ? elements.map(({ expression }) => expression) : null;
  return { columns: [...new Set(columns)], holds, expression: `${values.join(' ')} ${where ?? ''}`, key };
}

function foreignKeyRule(table: Table, foreignKey: Table['foreignKeys'][number]): Rule {
  const { columns, references, match, name } = foreignKey;
  const own = columns.map((column) => `r.${quoteName(column)}`);
  const parent = sqlName({ schema: references.schema, name: references.table });
  const keys = references.columns.map((column) => quoteName(column));
  const found = `exists (select from ${parent} p where ${keys.map((key, place) => `p.${key} = ${own[place]}`).join(' and ')})`;
  const isSelf = isSelfReference(table, foreignKey);
  const itself = isSelf ? ` or (${keys.map((key, place) => `r.${key} = ${own[place]}`).join(' and ')})` : '';
  const nulls = own.map((one) => `${one} is null`);
  const holds =
    match === 'full' && columns.length > 1
      ? `((${nulls.join(' and ')}) or (not (${nulls.join(' or ')}) and (${found}${itself})))`
      : `(${nulls.join(' or ')} or ${found}${itself})`;
  // What it is compared with in the same row is chosen together with it.
  const looked = isSelf ? [...columns, ...references.columns] : columns;
  return { kind: 'foreign key', name, columns: [...new Set(looked)], holds, expression: '', key: null };
}

function partitionRules(table: Table, partitions: PartitionConditions): readonly Rule[] {
  const conditions = partitions.get(objectKey(table));
  if (conditions === undefined && table.partitioning === null) return [];
  const holds =
    conditions === undefined || conditions.length === 0
      ? 'false'
      : `(${conditions.map((one) => `(${one})`).join(' or ')})`;
  const columns = columnsNamedIn(
    holds,
    table.columns.map(({ name }) => name),
  );
  const bounds = table.partitioning?.partitions.map((partition) => partition.bounds) ?? [
    table.partitionOf?.bounds ?? '',
  ];
  return [
    { kind: 'partition', name: 'its partitions', columns, holds, expression: [holds, ...bounds].join(' '), key: null },
  ];
}
