/**
 * Why a statement of a script is nothing for a database that has one user and stands alone, or null: then it is run. What
 * is passed over are roles and rights, whole databases and servers, and what is there already.
 */
export function reasonToPassOver(sql: string): string | null {
  return rules.find(({ statement }) => statement.test(sql))?.reason ?? null;
}

/** Why one of psql's own commands is passed over; null for those that pg_dump writes to keep psql from others. */
export function commandWords(name: string): string | null {
  if (name === 'restrict' || name === 'unrestrict') return null;
  if (name === 'connect' || name === 'c') return `\\${name} changes to another database, and there is only this one`;
  if (name === 'i' || name === 'ir' || name === 'include') return `\\${name} reads another file, which is not here`;
  return `\\${name} is a command of psql, not SQL`;
}

const roles = 'there is only one user here';
const rights = 'rights are given to roles, and there is only one user here';
const server = 'it is about a whole server, and here is one database';

const rules: readonly { readonly statement: RegExp; readonly reason: string }[] = [
  { statement: /^(?:create|alter|drop)\s+(?:role|user|group)\b/i, reason: roles },
  {
    statement: /^(?:set\s+(?:session\s+|local\s+)?(?:session\s+authorization|role)|reassign\s+owned|drop\s+owned)\b/i,
    reason: roles,
  },
  { statement: /^alter\b[^;']*\bowner\s+to\s+(?:"(?:[^"]|"")*"|\S+)\s*$/i, reason: roles },
  { statement: /^(?:grant|revoke|alter\s+default\s+privileges)\b/i, reason: rights },
  { statement: /^(?:create|alter|drop)\s+(?:database|tablespace|subscription|publication)\b/i, reason: server },
  { statement: /^alter\s+system\b/i, reason: server },
  { statement: /^comment\s+on\s+(?:database|role|tablespace|extension)\b/i, reason: server },
  {
    statement: /^create\s+schema\s+"?public"?\s*(?:authorization\s+\S+\s*)?$/i,
    reason: 'the schema public is there already',
  },
];
