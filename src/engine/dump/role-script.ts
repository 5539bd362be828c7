import { err, ok, type Result } from '#core/shared/result.ts';
import type { Postgres } from '#engine/postgres.ts';

export interface RoleScript {
  /** Empty where there are no roles but the server's own. */
  readonly script: string;
  /** Whether anything in the database belongs to one of them. */
  readonly own: boolean;
}

/** The OIDs before belong to the server. */
const firstOwnOid = 16384;

/** As `pg_dumpall --roles-only` has it, but for passwords and settings; a role that is there already is no error. */
const roleQuery = `
  select format('do %L;', format('begin create role %I; exception when duplicate_object then null; end', rolname))
    || format(E'\\nalter role %I with %s %s %s %s %s %s %s connection limit %s%s;', rolname,
      case when rolsuper then 'superuser' else 'nosuperuser' end,
      case when rolinherit then 'inherit' else 'noinherit' end,
      case when rolcreaterole then 'createrole' else 'nocreaterole' end,
      case when rolcreatedb then 'createdb' else 'nocreatedb' end,
      case when rolcanlogin then 'login' else 'nologin' end,
      case when rolreplication then 'replication' else 'noreplication' end,
      case when rolbypassrls then 'bypassrls' else 'nobypassrls' end,
      rolconnlimit,
      ' valid until ' || quote_literal(rolvaliduntil))
  from pg_roles where oid >= ${firstOwnOid} order by rolname collate "C"`;

const membershipQuery = `
  select format('grant %I to %I with admin %s, inherit %s, set %s;', role.rolname, member.rolname,
    admin_option::text, inherit_option::text, set_option::text)
  from pg_auth_members
  join pg_roles role on role.oid = roleid
  join pg_roles member on member.oid = member
  where roleid >= ${firstOwnOid} or member >= ${firstOwnOid}
  order by role.rolname collate "C", member.rolname collate "C"`;

const ownerQuery = `
  select 1 from pg_shdepend
  where deptype = 'o' and dbid = (select oid from pg_database where datname = current_database()) limit 1`;

/** The roles that a learner made, which pg_dump leaves out because they belong to no database. */
export async function writeRoles(postgres: Postgres): Promise<Result<RoleScript, string>> {
  const [roles, memberships, owners] = [
    await firstColumn(postgres, roleQuery),
    await firstColumn(postgres, membershipQuery),
    await firstColumn(postgres, ownerQuery),
  ];
  if (!roles.ok) return roles;
  if (!memberships.ok) return memberships;
  if (!owners.ok) return owners;
  const lines = [...roles.value, ...memberships.value];
  const script = lines.length === 0 ? '' : `--\n-- Roles\n--\n\n${lines.join('\n')}\n\n`;
  return ok({ script, own: owners.value.length > 0 });
}

async function firstColumn(postgres: Postgres, sql: string): Promise<Result<readonly string[], string>> {
  const reply = await postgres.query(sql);
  if (!reply.ok) return err(reply.error.reason);
  const { ending, rows } = reply.value;
  return ending.kind === 'error' ? err(ending.error.message) : ok(rows.map(([value]) => value ?? ''));
}
