import type { Table } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import type { InboundKey } from './inbound-keys.ts';

/**
 * The script that follows a delete without deleting: rows that fall are noted in a temporary table, first those that the
 * statement names, then, key by key and level by level, those that ON DELETE CASCADE takes with them, each where it is
 * reached first. Then the other foreign keys are asked which rows refer to those. Left out: triggers and rules, and what
 * SET NULL and SET DEFAULT set off in turn.
 */

/** Ways shown; rows further down are counted, and not drawn. */
export const mostNodes = 80;
export const deepestNode = 12;
const samples = 3;

export interface FallDocument {
  readonly nodes: readonly {
    readonly id: number;
    readonly parent: number | null;
    readonly key: number | null;
    readonly fresh: number;
    readonly also: number;
    readonly levels: number;
    readonly sample: readonly Readonly<Record<string, unknown>>[] | null;
  }[];
  readonly effects: readonly {
    readonly node: number;
    readonly key: number;
    readonly outside: number;
    readonly inside: number;
    /** Rows that stay, and whose default has no parent. */
    readonly lost: number;
    /** The same of rows that fall too. */
    readonly lostInside: number;
    readonly sample: readonly Readonly<Record<string, unknown>>[] | null;
  }[];
  readonly totals: readonly { readonly schema: string; readonly name: string; readonly count: number }[];
  /** By table, each row once. */
  readonly touched: readonly {
    readonly schema: string;
    readonly name: string;
    readonly blocks: boolean;
    readonly count: number;
  }[];
  readonly isCut: boolean;
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const quoted = (text: string): string =>
  text.includes('\\') ? `E${quote(text).replaceAll('\\', '\\\\')}` : quote(text);

/** `keys` in the order in which the answer counts them. */
export function fallScript(table: Table, condition: string, keys: readonly InboundKey[], tree: string): string {
  const described = keys.map(({ child, parent, on, childTree, parentTree, foreignKey, table: own }) => ({
    child,
    parent,
    on,
    childTree,
    parentTree,
    isCascade: foreignKey.onDelete === 'cascade',
    blocks: foreignKey.onDelete === 'restrict' || foreignKey.onDelete === 'no action',
    shown: shownColumns(own, foreignKey.columns),
    lost: foreignKey.onDelete === 'set default' ? lostDefault(own, foreignKey) : 'false',
  }));
  return `
create temp table rowhouse_fallen (tab oid, rid tid, node int, primary key (tab, rid));
create temp table rowhouse_nodes (id int primary key, parent int, key int, tree text, depth int, fresh bigint, also bigint, levels int);
create temp table rowhouse_touched (tab oid, rid tid, blocks boolean, primary key (tab, rid, blocks));
create temp table rowhouse_effects (node int, key int, outside bigint, inside bigint, lost bigint, "lostInside" bigint, sample jsonb);
insert into rowhouse_fallen select tableoid, ctid, 0 from ${sqlName(table)} where (${condition}
);
${followFunction}
select pg_temp.rowhouse_follow(${quoted(JSON.stringify(described))}, ${quoted(tree)}, ${quoted(sqlName(table))}, ${quoted(shownColumns(table, []))})`;
}

/** What tells a row: its key, what it refers by, and what stands first. */
function shownColumns(table: Table, referring: readonly string[]): string {
  const names = [...(table.primaryKey?.columns ?? []), ...referring, ...table.columns.map(({ name }) => name)];
  return [...new Set(names)]
    .slice(0, 5)
    .map((name) => `c.${quoteName(name)}`)
    .join(', ');
}

/** Whether the default, if it is none of NULL, has no parent that stays. */
function lostDefault(table: Table, { columns, onDeleteColumns, references }: InboundKey['foreignKey']): string {
  const values = columns.map((column) => {
    const isSet = onDeleteColumns.length === 0 || onDeleteColumns.includes(column);
    return isSet
      ? `(${table.columns.find(({ name }) => name === column)?.default ?? 'null'})`
      : `c.${quoteName(column)}`;
  });
  const same = references.columns.map((column, place) => `d.${quoteName(column)} = ${values[place]}`).join(' and ');
  const target = sqlName({ schema: references.schema, name: references.table });
  const stays = `not exists (select from rowhouse_fallen g where g.tab = d.tableoid and g.rid = d.ctid)`;
  const known = values.map((value) => `${value} is not null`).join(' and ');
  return `(${known}) and not exists (select from ${target} d where ${same} and ${stays})`;
}

const followFunction = `
create function pg_temp.rowhouse_follow(keys jsonb, root_tree text, root_table text, root_columns text) returns jsonb language plpgsql as $follow$
#variable_conflict use_column
declare
  at int := 0; last int := 0; node record; k record; got bigint; total bigint; inside bigint; lost bigint; lost_inside bigint;
  sample jsonb; is_cut boolean := false; reached text; answer jsonb; more bigint;
begin
  insert into rowhouse_nodes select 0, null, null, root_tree, 0, count(*), 0, 1 from rowhouse_fallen;
  loop
    select * into node from rowhouse_nodes where id = at;
    exit when not found;
    for k in select (ordinality - 1)::int as place, value as v from jsonb_array_elements(keys) with ordinality
      where value ->> 'parentTree' = node.tree and (value ->> 'isCascade')::boolean
      -- The same key again goes on in the same place.
      order by (ordinality - 1 = node.key) desc, ordinality
    loop
      reached := format('exists (select from %s p join rowhouse_fallen f on f.tab = p.tableoid and f.rid = p.ctid where f.node = $1 and %s)', k.v ->> 'parent', k.v ->> 'on');
      if k.place = node.key then
        loop
          execute format('insert into rowhouse_fallen select c.tableoid, c.ctid, $1 from %s c where %s on conflict do nothing', k.v ->> 'child', reached) using at;
          get diagnostics got = row_count;
          exit when got = 0;
          update rowhouse_nodes set fresh = fresh + got, levels = levels + 1 where id = at;
        end loop;
      else
        execute format('select count(*) from %s c where %s', k.v ->> 'child', reached) into total using at;
        if total = 0 then continue; end if;
        if node.depth >= ${deepestNode} or last >= ${mostNodes} then is_cut := true; continue; end if;
        last := last + 1;
        execute format('insert into rowhouse_fallen select c.tableoid, c.ctid, $2 from %s c where %s on conflict do nothing', k.v ->> 'child', reached) using at, last;
        get diagnostics got = row_count;
        insert into rowhouse_nodes values (last, at, k.place, k.v ->> 'childTree', node.depth + 1, got, total - got, 1);
      end if;
    end loop;
    at := at + 1;
  end loop;
  while is_cut loop
    more := 0;
    for k in select value as v from jsonb_array_elements(keys) where (value ->> 'isCascade')::boolean loop
      execute format('insert into rowhouse_fallen select c.tableoid, c.ctid, -1 from %s c where exists (select from %s p join rowhouse_fallen f on f.tab = p.tableoid and f.rid = p.ctid where %s) on conflict do nothing', k.v ->> 'child', k.v ->> 'parent', k.v ->> 'on');
      get diagnostics got = row_count;
      more := more + got;
    end loop;
    exit when more = 0;
  end loop;
  for k in select n.id as node, (ordinality - 1)::int as place, value as v from jsonb_array_elements(keys) with ordinality
    join (select id, tree from rowhouse_nodes union all select -1, null where is_cut) n on n.tree is null or n.tree = value ->> 'parentTree'
    where not (value ->> 'isCascade')::boolean
  loop
    reached := format('from %s c where exists (select from %s p join rowhouse_fallen f on f.tab = p.tableoid and f.rid = p.ctid where f.node = $1 and %s)', k.v ->> 'child', k.v ->> 'parent', k.v ->> 'on');
    execute format('select count(*) filter (where not i), count(*) filter (where i), count(*) filter (where l and not i), count(*) filter (where l and i) from (select exists (select from rowhouse_fallen g where g.tab = c.tableoid and g.rid = c.ctid) as i, %s as l %s) x', k.v ->> 'lost', reached) into total, inside, lost, lost_inside using k.node;
    if total + inside = 0 then continue; end if;
    execute format('select jsonb_agg(to_jsonb(s)) from (select %s %s and not exists (select from rowhouse_fallen g where g.tab = c.tableoid and g.rid = c.ctid) limit ${samples}) s', k.v ->> 'shown', reached) into sample using k.node;
    execute format('insert into rowhouse_touched select c.tableoid, c.ctid, $2 %s and not exists (select from rowhouse_fallen g where g.tab = c.tableoid and g.rid = c.ctid) on conflict do nothing', reached) using k.node, (k.v ->> 'blocks')::boolean;
    insert into rowhouse_effects values (k.node, k.place, total, inside, lost, lost_inside, sample);
  end loop;
  answer := jsonb_build_object('isCut', is_cut, 'nodes', '[]'::jsonb);
  for node in select * from rowhouse_nodes order by id loop
    execute format('select jsonb_agg(to_jsonb(s)) from (select %s from %s c join rowhouse_fallen f on f.tab = c.tableoid and f.rid = c.ctid where f.node = $1 order by f.rid limit ${samples}) s',
      case when node.key is null then root_columns else keys -> node.key ->> 'shown' end,
      case when node.key is null then root_table else keys -> node.key ->> 'child' end) into sample using node.id;
    answer := jsonb_set(answer, '{nodes}', (answer -> 'nodes') || (to_jsonb(node) || jsonb_build_object('sample', sample)));
  end loop;
  return answer || jsonb_build_object(
    'effects', (select coalesce(jsonb_agg(to_jsonb(e) order by node, key), '[]') from rowhouse_effects e),
    'touched', (select coalesce(jsonb_agg(jsonb_build_object('schema', n.nspname, 'name', c.relname, 'blocks', t.blocks, 'count', t.count)), '[]')
      from (select tab, blocks, count(*) from rowhouse_touched group by tab, blocks) t join pg_class c on c.oid = t.tab join pg_namespace n on n.oid = c.relnamespace),
    'totals', (select coalesce(jsonb_agg(jsonb_build_object('schema', n.nspname, 'name', c.relname, 'count', t.count)), '[]')
      from (select tab, count(*) from rowhouse_fallen group by tab) t join pg_class c on c.oid = t.tab join pg_namespace n on n.oid = c.relnamespace));
end $follow$;`;
