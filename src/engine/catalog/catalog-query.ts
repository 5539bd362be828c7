import { belongsToOther } from './belongs-to-other.ts';
import { indexes, tableQuery, triggers } from './table-query.ts';

/**
 * The query that reads the whole catalog as one JSON document, in the shape of `#core/catalog/catalog.ts` but for row
 * counts: a table comes with what is needed to count its rows. It expects the default role and search path.
 */

const namedSchemas = `
  select oid, case when oid = pg_my_temp_schema() then 'pg_temp' else nspname end as name
  from pg_namespace
  where oid = pg_my_temp_schema() or (nspname !~ '^pg_' and nspname <> 'information_schema')`;

/** The relations, functions and types of users that an object needs; `conditions` name it by its entries in `pg_depend`. */
const dependencies = (conditions: string): string => `
  select coalesce(json_agg(distinct jsonb_build_object('schema', s.name, 'name', n.name)), '[]')
  from pg_depend d
  cross join lateral (
    select relnamespace, relname from pg_class where d.refclassid = 'pg_class'::regclass and oid = d.refobjid
    union all
    select pronamespace, proname from pg_proc where d.refclassid = 'pg_proc'::regclass and oid = d.refobjid
    union all
    select typnamespace, typname from pg_type where d.refclassid = 'pg_type'::regclass and oid = d.refobjid
  ) as n (namespace, name)
  join named_schema s on s.oid = n.namespace
  where ${conditions}`;

const views = `
  select json_agg(json_build_object(
    'schema', s.name,
    'name', c.relname,
    'materialized', c.relkind = 'm',
    'columns', (
      select coalesce(json_agg(
        json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum
      ), '[]')
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ),
    'definition', pg_get_viewdef(c.oid, true),
    'indexes', coalesce((${indexes}), '[]'),
    'triggers', coalesce((${triggers}), '[]'),
    'comment', obj_description(c.oid, 'pg_class'),
    'dependsOn', (${dependencies(`
      d.classid = 'pg_rewrite'::regclass and d.objid in (select oid from pg_rewrite where ev_class = c.oid)
      and not (d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid)`)})
  ) order by s.name, c.relname)
  from pg_class c join named_schema s on s.oid = c.relnamespace
  where c.relkind in ('v', 'm') and not ${belongsToOther('pg_class', 'c.oid')}`;

const functions = `
  select json_agg(json_build_object(
    'schema', s.name,
    'name', p.proname,
    'kind', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' when 'w' then 'window' else 'function' end,
    'arguments', pg_get_function_arguments(p.oid),
    'returns', pg_get_function_result(p.oid),
    'language', l.lanname,
    'definition', case when p.prokind <> 'a' then pg_get_functiondef(p.oid) end,
    'dependsOn', (${dependencies("d.classid = 'pg_proc'::regclass and d.objid = p.oid")})
  ) order by s.name, p.proname, pg_get_function_arguments(p.oid))
  from pg_proc p
  join named_schema s on s.oid = p.pronamespace
  join pg_language l on l.oid = p.prolang
  where not ${belongsToOther('pg_proc', 'p.oid')}`;

const types = `
  select json_agg(json_build_object(
    'schema', s.name,
    'name', t.typname,
    'kind', case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'c' then 'composite' else 'range' end,
    'labels', (
      select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_enum e where e.enumtypid = t.oid
    ),
    'domain', case when t.typtype = 'd' then json_build_object(
      'type', format_type(t.typbasetype, t.typtypmod),
      'notNull', t.typnotnull,
      'default', t.typdefault,
      'collation', (
        select case when t.typcollation <> b.typcollation then l.collname end
        from pg_type b left join pg_collation l on l.oid = t.typcollation
        where b.oid = t.typbasetype
      ),
      'checks', (
        select coalesce(json_agg(json_build_object(
          'name', k.conname,
          'expression', pg_get_expr(k.conbin, 0, true),
          'validated', k.convalidated
        ) order by k.conname), '[]')
        from pg_constraint k
        where k.contypid = t.oid and k.contype = 'c'
      )
    ) end,
    'attributes', (
      select coalesce(json_agg(
        json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum
      ), '[]')
      from pg_attribute a
      where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
    ),
    'subtype', (select format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid)
  ) order by s.name, t.typname)
  from pg_type t
  join named_schema s on s.oid = t.typnamespace
  left join pg_class c on c.oid = t.typrelid
  where (t.typtype in ('e', 'd', 'r') or c.relkind = 'c') and not ${belongsToOther('pg_type', 't.oid')}`;

const sequences = `
  select json_agg(json_build_object(
    'schema', s.name,
    'name', c.relname,
    'ownedBy', (
      select format('%s.%s.%s', os.name, o.relname, a.attname)
      from pg_depend d
      join pg_class o on o.oid = d.refobjid
      join named_schema os on os.oid = o.relnamespace
      join pg_attribute a on a.attrelid = o.oid and a.attnum = d.refobjsubid
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass
        and d.deptype in ('a', 'i')
    ),
    'isIdentity', exists (
      select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass
        and d.deptype = 'i'
    ),
    'type', format_type(q.seqtypid, null),
    'start', q.seqstart::text,
    'increment', q.seqincrement::text,
    'least', q.seqmin::text,
    'most', q.seqmax::text,
    'cycles', q.seqcycle
  ) order by s.name, c.relname)
  from pg_class c join named_schema s on s.oid = c.relnamespace join pg_sequence q on q.seqrelid = c.oid
  where c.relkind = 'S' and not ${belongsToOther('pg_class', 'c.oid')}`;

export const catalogQuery = `
  with named_schema as materialized (${namedSchemas})
  select json_build_object(
    'schemas', coalesce(
      (select json_agg(name order by name) from named_schema where oid <> pg_my_temp_schema()), '[]'
    ),
    'tables', coalesce((${tableQuery}), '[]'),
    'views', coalesce((${views}), '[]'),
    'functions', coalesce((${functions}), '[]'),
    'types', coalesce((${types}), '[]'),
    'sequences', coalesce((${sequences}), '[]')
  )`;
