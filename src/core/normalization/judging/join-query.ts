import { quoteName } from '#core/catalog/quote-name.ts';
import { attributeClosure } from '#core/relational/attribute-closure.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import type { Design, DesignRelation } from './read-design.ts';
import { fullName } from '#core/normalization/row-source.ts';

/**
 * SQL that joins a design's tables back together, on all attributes that two of them share: foreign keys make theirs the
 * same, whatever the columns are called. Values meet as JSON, so that NULL equals NULL, 1.0 equals 1, and types without
 * equality take part.
 *
 * No row is dropped for want of a partner: an order without a customer comes back with none. What only a looked-up table
 * has (a status that no order is in) comes along with `false` in the last column, `asked`: it need not be in the original.
 */
export function joinQuery(
  { relations }: Pick<Design, 'relations'>,
  scheme: Omit<RelationScheme, 'multivalued'>,
  attributes: readonly string[],
  { rows, isSample = false }: JoinSize,
): string {
  const [first, ...others] = inJoinOrder(relations, scheme);
  if (first === undefined) throw new Error('there is nothing to join');
  const every = [...new Set([...attributes, ...relations.flatMap((relation) => relation.attributes)])];
  const labels = new Map(every.map((name, place) => [name, `a${place}`]));
  const labelsOf = (names: readonly string[]): readonly string[] => names.flatMap((name) => labels.get(name) ?? []);
  const asText = new Set(labelsOf(every.filter((name) => !haveOneType(relations, name))));
  const cut = isSample ? ` limit ${rows}` : '';

  let sql = `(${sourceOf(first.relation, true, labels, asText)}${isSample ? ` limit ${sampledRows}` : ''})`;
  let known = labelsOf(first.relation.attributes);
  for (const { relation, isLookedUp } of others) {
    const own = labelsOf(relation.attributes);
    const shared = own.filter((label) => known.includes(label));
    const all = [...known, ...own.filter((label) => !known.includes(label))];
    const columns = all.map((label) => `${partOf(label, known, own)} as ${label}`);
    const asked = 'coalesce(one.asked, false) or coalesce(other.asked, false) as asked';
    const how = isSample ? 'left join' : 'full join';
    sql = [
      `(select ${[...columns, asked].join(', ')}`,
      `from ${sql} as one ${shared.length === 0 ? 'cross join' : how} (${sourceOf(relation, !isLookedUp, labels, asText)}) as other`,
      `${shared.length === 0 ? '' : `on ${keyOf('one', shared)} = ${keyOf('other', shared)}`}${cut})`,
    ].join('\n');
    known = all;
  }
  const list = attributes.map((name) => {
    const label = labels.get(name) ?? '';
    return `${known.includes(label) ? label : 'null::text'} as ${quoteName(name)}`;
  });
  return `select ${[...list, 'asked'].join(', ')} from ${sql} as joined limit ${rows}`;
}

export interface JoinSize {
  /** At most so many. */
  readonly rows: number;
  /** Only begins with some rows of the first table: for a join that may come to very many. */
  readonly isSample?: boolean;
}

const sampledRows = 200;

/** A column as it is joined and compared: what a `char(n)` is filled up with is no part of its value. */
export function comparedValue(column: string, type: string): string {
  return /^(character\(|bpchar)/.test(type) ? `${quoteName(column)}::text` : quoteName(column);
}

function sourceOf(
  { table, columns }: DesignRelation,
  isAsked: boolean,
  labels: ReadonlyMap<string, string>,
  asText: ReadonlySet<string>,
): string {
  const list = [...columns].map(([attribute, column]) => {
    const label = labels.get(attribute) ?? '';
    const type = table.columns.find(({ name }) => name === column)?.type ?? '';
    return `${asText.has(label) ? `${quoteName(column)}::text` : comparedValue(column, type)} as ${label}`;
  });
  return `select ${[...list, `${isAsked} as asked`].join(', ')} from ${fullName(table)}`;
}

/** Whether the columns of an attribute can stand in one column. */
function haveOneType(relations: readonly DesignRelation[], attribute: string): boolean {
  const types = relations.flatMap(({ table, columns }) =>
    table.columns.filter(({ name }) => name === columns.get(attribute)).map(({ type }) => familyOf(type)),
  );
  return new Set(types).size <= 1;
}

function familyOf(type: string): string {
  if (/^(smallint|integer|bigint|numeric|real|double precision)(\(.*\))?$/.test(type)) return 'number';
  return /^(text|character|character varying|bpchar)(\(.*\))?$/.test(type) ? 'text' : type.replace(/\(.*\)/, '');
}

function partOf(label: string, known: readonly string[], own: readonly string[]): string {
  if (!own.includes(label)) return `one.${label}`;
  return known.includes(label) ? `coalesce(one.${label}, other.${label})` : `other.${label}`;
}

function keyOf(alias: string, labels: readonly string[]): string {
  return `jsonb_build_array(${labels.map((label) => `${alias}.${label}`).join(', ')})`;
}

interface JoinStep {
  readonly relation: DesignRelation;
  /** What it shares with the tables before it determines all it has: it only adds to their rows. */
  readonly isLookedUp: boolean;
}

/** From the table that says most, always on to one that shares something, looked-up ones first. */
function inJoinOrder(
  relations: readonly DesignRelation[],
  scheme: Omit<RelationScheme, 'multivalued'>,
): readonly JoinStep[] {
  const closed = (names: readonly string[]): readonly string[] => attributeClosure(scheme, names).attributes;
  const inScheme = ({ attributes }: DesignRelation): readonly string[] =>
    attributes.filter((name) => scheme.attributes.includes(name));
  const reach = (relation: DesignRelation): number => closed(inScheme(relation)).length;
  const waiting = relations.toSorted((one, other) => reach(other) - reach(one));
  const steps: JoinStep[] = [];
  const known = new Set<string>();
  while (waiting.length > 0) {
    const shared = waiting.map((relation) => relation.attributes.filter((name) => known.has(name)));
    const isLookedUp = waiting.map((relation, place) => {
      const closure = closed(inScheme({ ...relation, attributes: shared[place] ?? [] }));
      return (
        steps.length > 0 &&
        (shared[place] ?? []).length > 0 &&
        inScheme(relation).every((name) => closure.includes(name))
      );
    });
    const tied = shared.findIndex((names) => names.length > 0);
    const place = Math.max(0, isLookedUp.includes(true) ? isLookedUp.indexOf(true) : tied);
    const [relation] = waiting.splice(place, 1);
    if (relation === undefined) break;
    steps.push({ relation, isLookedUp: isLookedUp[place] ?? false });
    for (const name of relation.attributes) known.add(name);
  }
  return steps;
}
