import { belongsToOther } from './belongs-to-other.ts';

/**
 * The part of the catalog query that describes tables. Within it `c` is the table's row in `pg_class`, `s` that of its
 * schema in `named_schema`.
 */

const columns = `
  select json_agg(json_build_object(
    'name', a.attname,
    'type', format_type(a.atttypid, a.atttypmod),
    'notNull', a.attnotnull,
    'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid, true) end,
    'identity', case a.attidentity when 'a' then 'always' when 'd' then 'by default' end,
    'generated', case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid, true) end,
    'generation', case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end,
    'collation', case when a.attcollation <> t.typcollation then l.collname end,
    'comment', col_description(a.attrelid, a.attnum)
  ) order by a.attnum)
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join pg_collation l on l.oid = a.attcollation
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

/** The names of columns given by their numbers, in that order. */
const columnNames = (relation: string, numbers: string): string => `
  select json_agg(a.attname order by n.place)
  from unnest(${numbers}) with ordinality as n (number, place)
  join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.number`;

/** Of the index `i`, whose columns count from 1 and its list of them from 0. */
const includedColumns = columnNames('i.indrelid', '(i.indkey::int2[])[i.indnkeyatts:]');

const keys = (constraintType: 'p' | 'u'): string => `
  select json_agg(json_build_object(
    'name', k.conname,
    'columns', (${columnNames('k.conrelid', 'k.conkey')}),
    'include', coalesce((${includedColumns}), '[]'),
    'deferrable', k.condeferrable,
    'initiallyDeferred', k.condeferred,
    'nullsNotDistinct', i.indnullsnotdistinct
  ) order by k.conname)
  from pg_constraint k join pg_index i on i.indexrelid = k.conindid
  where k.conrelid = c.oid and k.contype = '${constraintType}'`;

const checks = `
  select json_agg(json_build_object(
    'name', k.conname,
    'expression', pg_get_expr(k.conbin, k.conrelid, true),
    'validated', k.convalidated
  ) order by k.conname)
  from pg_constraint k
  where k.conrelid = c.oid and k.contype = 'c'`;

const referentialAction = (letter: string): string => `
  case ${letter}
    when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' when 'd' then 'set default'
    else 'no action'
  end`;

/** A key that references a partitioned table has one more constraint per partition, which nobody declared. */
const foreignKeys = `
  select json_agg(json_build_object(
    'name', k.conname,
    'columns', (${columnNames('k.conrelid', 'k.conkey')}),
    'references', json_build_object(
      'schema', coalesce(s.name, rs.nspname),
      'table', r.relname,
      'columns', (${columnNames('k.confrelid', 'k.confkey')})
    ),
    'match', case k.confmatchtype when 'f' then 'full' else 'simple' end,
    'onDelete', ${referentialAction('k.confdeltype')},
    'onDeleteColumns', coalesce((${columnNames('k.conrelid', 'k.confdelsetcols')}), '[]'),
    'onUpdate', ${referentialAction('k.confupdtype')},
    'deferrable', k.condeferrable,
    'initiallyDeferred', k.condeferred,
    'validated', k.convalidated
  ) order by k.conname)
  from pg_constraint k
  join pg_class r on r.oid = k.confrelid
  join pg_namespace rs on rs.oid = r.relnamespace
  left join named_schema s on s.oid = r.relnamespace
  where k.conrelid = c.oid and k.contype = 'f'
    and not exists (select from pg_constraint p where p.oid = k.conparentid and p.conrelid = k.conrelid)`;

/** `indoption` and its like count from 0, the columns of an index from 1. */
const indexColumns = `
  select json_agg(json_build_object(
    'expression', coalesce(a.attname::text, pg_get_indexdef(i.indexrelid, n.place::int, true)),
    'isExpression', a.attname is null,
    'descending', i.indoption[n.place - 1] & 1 = 1,
    'nullsFirst', i.indoption[n.place - 1] & 2 = 2,
    'operatorClass', case when not o.opcdefault then o.opcname end,
    'collation', case when ia.attcollation <> coalesce(a.attcollation, t.typcollation) then l.collname end
  ) order by n.place)
  from unnest(i.indkey::int2[]) with ordinality as n (number, place)
  join pg_attribute ia on ia.attrelid = i.indexrelid and ia.attnum = n.place
  join pg_type t on t.oid = ia.atttypid
  join pg_opclass o on o.oid = i.indclass[n.place - 1]
  left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = n.number and n.number <> 0
  left join pg_collation l on l.oid = ia.attcollation
  where n.place <= i.indnkeyatts`;

/** Of the relation `c`. */
export const indexes = `
  select json_agg(json_build_object(
    'name', x.relname,
    'method', m.amname,
    'unique', i.indisunique,
    'constraint', (select k.conname from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')),
    'columns', (${indexColumns}),
    'include', coalesce((${includedColumns}), '[]'),
    'nullsNotDistinct', i.indnullsnotdistinct,
    'where', pg_get_expr(i.indpred, i.indrelid, true),
    'valid', i.indisvalid
  ) order by x.relname)
  from pg_index i
  join pg_class x on x.oid = i.indexrelid
  join pg_am m on m.oid = x.relam
  where i.indrelid = c.oid`;

const exclusions = `
  select json_agg(json_build_object(
    'name', k.conname,
    'method', m.amname,
    'elements', (
      select json_agg(json_build_object(
        'expression', coalesce(a.attname::text, pg_get_indexdef(i.indexrelid, n.place::int, true)),
        'isExpression', a.attname is null,
        'operator', o.oprname
      ) order by n.place)
      from unnest(i.indkey::int2[], k.conexclop) with ordinality as n (number, operator, place)
      join pg_operator o on o.oid = n.operator
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = n.number and n.number <> 0
    ),
    'where', pg_get_expr(i.indpred, i.indrelid, true),
    'deferrable', k.condeferrable,
    'initiallyDeferred', k.condeferred
  ) order by k.conname)
  from pg_constraint k
  join pg_index i on i.indexrelid = k.conindid
  join pg_class x on x.oid = i.indexrelid
  join pg_am m on m.oid = x.relam
  where k.conrelid = c.oid and k.contype = 'x'`;

/** A trigger of a partitioned table is copied to each partition, with which it comes and goes. */
export const triggers = `
  select json_agg(json_build_object(
    'name', g.tgname,
    'definition', pg_get_triggerdef(g.oid, true),
    'enabled', g.tgenabled <> 'D'
  ) order by g.tgname)
  from pg_trigger g
  where g.tgrelid = c.oid and not g.tgisinternal and g.tgparentid = 0`;

const partitions = `
  select json_agg(json_build_object(
    'schema', s.name,
    'table', p.relname,
    'bounds', pg_get_expr(p.relpartbound, p.oid),
    'isDefault', pg_get_expr(p.relpartbound, p.oid) = 'DEFAULT'
  ) order by s.name, p.relname)
  from pg_inherits h
  join pg_class p on p.oid = h.inhrelid
  join named_schema s on s.oid = p.relnamespace
  where h.inhparent = c.oid`;

const partitioning = `
  select json_build_object(
    'strategy', case k.partstrat when 'r' then 'range' when 'l' then 'list' else 'hash' end,
    'key', (
      select json_agg(a.attname order by n.place)
      from unnest(k.partattrs::int2[]) with ordinality as n (number, place)
      left join pg_attribute a on a.attrelid = k.partrelid and a.attnum = n.number and n.number <> 0
    ),
    'expressions', pg_get_expr(k.partexprs, k.partrelid, true),
    'partitions', coalesce((${partitions}), '[]')
  )
  from pg_partitioned_table k
  where k.partrelid = c.oid`;

const partitionOf = `
  select json_build_object('schema', s.name, 'table', p.relname, 'bounds', pg_get_expr(c.relpartbound, c.oid))
  from pg_inherits h
  join pg_class p on p.oid = h.inhparent
  join named_schema s on s.oid = p.relnamespace
  where h.inhrelid = c.oid and c.relispartition`;

/** What the rows are counted from, and the figures that decide whether that is cheap. */
const tableSize = `
  json_build_object(
    'source', case c.relkind when 'p' then '' else 'only ' end || c.oid::regclass,
    'bytes', (select coalesce(sum(pg_relation_size(relid)), pg_relation_size(c.oid)) from pg_partition_tree(c.oid)),
    'estimatedRows', greatest(c.reltuples, 0)
  )`;

/** All tables as one JSON list. */
export const tableQuery = `
  select json_agg(json_build_object(
    'schema', s.name,
    'name', c.relname,
    'persistence', case c.relpersistence when 'u' then 'unlogged' when 't' then 'temporary' else 'permanent' end,
    'columns', coalesce((${columns}), '[]'),
    'primaryKey', (${keys('p')}) -> 0,
    'uniques', coalesce((${keys('u')}), '[]'),
    'checks', coalesce((${checks}), '[]'),
    'exclusions', coalesce((${exclusions}), '[]'),
    'foreignKeys', coalesce((${foreignKeys}), '[]'),
    'indexes', coalesce((${indexes}), '[]'),
    'triggers', coalesce((${triggers}), '[]'),
    'partitioning', (${partitioning}),
    'partitionOf', (${partitionOf}),
    'size', ${tableSize},
    'comment', obj_description(c.oid, 'pg_class')
  ) order by s.name, c.relname)
  from pg_class c join named_schema s on s.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not ${belongsToOther('pg_class', 'c.oid')}`;
