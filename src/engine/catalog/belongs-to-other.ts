/** Whether PostgreSQL made an object for an extension or a type, rather than a user for themselves. */
export const belongsToOther = (systemTable: string, oid: string): string => `
  exists (
    select from pg_depend
    where classid = '${systemTable}'::regclass and objid = ${oid} and deptype in ('e', 'i')
      and refclassid in ('pg_extension'::regclass, 'pg_type'::regclass)
  )`;
