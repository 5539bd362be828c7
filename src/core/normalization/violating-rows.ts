import { quoteName } from '#core/catalog/quote-name.ts';
import type { FunctionalDependency, MultivaluedDependency } from '#core/relational/dependency.ts';
import { comparable, type RowSource } from './row-source.ts';

/**
 * Questions for the rows that break a dependency. NULL counts as a value equal to itself, as grouping takes it; values
 * of types that PostgreSQL cannot compare count as equal where they print alike.
 */

/**
 * Each combination of values of the rule's columns whose determinant also stands beside other dependents, and in the
 * last column, `rows`, how many rows hold it. The determinant's columns come first. One sort of the rows.
 */
export function contradictionsIn(source: RowSource, { determinant, dependents }: FunctionalDependency): string {
  const free = dependents.filter((name) => !determinant.includes(name));
  const names = [...determinant, ...free];
  const [columns, labels] = [names.map((name) => comparable(source, name)), names.map((_, place) => `c${place}`)];
  // A rule without dependents of its own has no columns to group by, and nothing to contradict it.
  if (names.length === 0) return 'select 0::bigint as "rows" where false';
  const inner = columns.map((column, place) => `${column} as c${place}`).join(', ');
  const outer = names.map((name, place) => `c${place} as ${quoteName(name)}`).join(', ');
  const [key, rest] = [labels.slice(0, determinant.length), labels.slice(determinant.length)];
  return [
    `select ${outer}, n as "rows"`,
    `from (select ${inner}, count(*) as n, count(*) over (${partition(columns.slice(0, determinant.length))}) as variants`,
    `from ${source.sql} group by ${columns.join(', ')}) as combinations`,
    `where variants > 1 order by ${[...key, 'n desc', ...rest].join(', ')}`,
  ].join('\n');
}

/**
 * What a dependency that holds makes the rows say more than once: each value of its columns that stands in several
 * rows, and in the last column, `rows`, in how many. Most repeated first. Rows that say nothing, NULL all over, are no fact.
 */
export function repetitionsIn(source: RowSource, { determinant, dependents }: FunctionalDependency): string {
  const names = [...determinant, ...dependents.filter((name) => !determinant.includes(name))];
  const columns = names.map((name) => comparable(source, name));
  const shown = names.map((name, place) => `${columns[place]} as ${quoteName(name)}`);
  const groups = columns.length === 0 ? '' : ` group by ${columns.join(', ')}`;
  return [
    `select ${[...shown, 'count(*) as "rows"'].join(', ')}`,
    `from ${source.sql}${groups} having count(*) > 1${columns.length === 0 ? '' : ` and num_nonnulls(${columns.join(', ')}) > 0`}`,
    `order by count(*) desc${columns.map((column) => `, ${column}`).join('')}`,
  ].join('\n');
}

/**
 * Combinations that a multivalued dependency asks for and that are not there, at most `limit` of them. Each is three
 * rows, after one another: the two that call for it, which have `yes` in the last column, `there`, and the missing one
 * with `no`. The columns are the determinant's, the dependents' and the rest of `attributes`, in this order.
 *
 * Values are numbered first, so that all further steps compare whole numbers and NULL takes part like any other.
 */
export function missingCombinations(
  source: RowSource,
  dependency: MultivaluedDependency,
  attributes: readonly string[],
  limit = 10,
): string {
  const { names, numbered } = numberedRows(source, dependency, attributes);
  const shown = names.map((name, place) => `c${place} as ${quoteName(name)}`).join(', ');
  return [
    `with ${numbered},`,
    'wide as (select x, y, count(*) as n from numbered group by x, y),',
    'ends as (select x, count(distinct z) as n from numbered group by x),',
    `short as (select wide.x, wide.y from wide join ends using (x) where wide.n < ends.n order by x, y limit ${limit}),`,
    'gaps as (',
    '  select short.x, short.y, gap.z, row_number() over (order by short.x, short.y, gap.z) as place',
    '  from short cross join lateral (',
    '    select distinct z from numbered as other where other.x = short.x',
    '    except select z from numbered as own where own.x = short.x and own.y = short.y',
    `    order by z limit ${limit}`,
    `  ) as gap order by place limit ${limit}`,
    ')',
    `select ${shown}, there from (`,
    `  select place, 1 as part, ${columnsOf('one', names)}, 'yes' as there from gaps cross join lateral (`,
    '    select * from numbered as r where r.x = gaps.x and r.y = gaps.y order by z limit 1) as one',
    `  union all select place, 2, ${columnsOf('other', names)}, 'yes' from gaps cross join lateral (`,
    '    select * from numbered as r where r.x = gaps.x and r.z = gaps.z order by y limit 1) as other',
    `  union all select place, 3, ${missingColumns(dependency, names)}, 'no' from gaps cross join lateral (`,
    '    select * from numbered as r where r.x = gaps.x and r.y = gaps.y order by z limit 1) as one cross join lateral (',
    '    select * from numbered as r where r.x = gaps.x and r.z = gaps.z order by y limit 1) as other',
    ') as answer order by place, part',
  ].join('\n');
}

/** One row: how many values of the determinant lack combinations, and how many combinations are lacking in all. */
export function missingCombinationCount(
  source: RowSource,
  dependency: MultivaluedDependency,
  attributes: readonly string[],
): string {
  const { numbered } = numberedRows(source, dependency, attributes);
  return [
    `with ${numbered}`,
    'select count(*) as determinants, coalesce(sum(lacking), 0) as combinations from (',
    '  select count(distinct y)::numeric * count(distinct z) - count(*) as lacking from numbered group by x',
    ') as groups where lacking > 0',
  ].join('\n');
}

function numberedRows(
  source: RowSource,
  { determinant, dependents }: MultivaluedDependency,
  attributes: readonly string[],
): { readonly names: readonly string[]; readonly numbered: string } {
  const free = dependents.filter((name) => !determinant.includes(name));
  const rest = attributes.filter((name) => !determinant.includes(name) && !free.includes(name));
  const names = [...determinant, ...free, ...rest];
  const rank = (of: readonly string[]): string =>
    `dense_rank() over (${order(of.map((name) => comparable(source, name)))})`;
  const columns = names.map((name, place) => `${comparable(source, name)} as c${place}`);
  const list = [`${rank(determinant)} as x`, `${rank(free)} as y`, `${rank(rest)} as z`, ...columns].join(', ');
  return { names, numbered: `numbered as materialized (select distinct ${list} from ${source.sql})` };
}

function missingColumns({ determinant, dependents }: MultivaluedDependency, names: readonly string[]): string {
  const isOfOne = (name: string): boolean => determinant.includes(name) || dependents.includes(name);
  return names.map((name, place) => `${isOfOne(name) ? 'one' : 'other'}.c${place}`).join(', ');
}

function columnsOf(alias: string, names: readonly string[]): string {
  return names.map((_, place) => `${alias}.c${place}`).join(', ');
}

function partition(columns: readonly string[]): string {
  return columns.length === 0 ? '' : `partition by ${columns.join(', ')}`;
}

function order(columns: readonly string[]): string {
  return columns.length === 0 ? '' : `order by ${columns.join(', ')}`;
}
