import type { ResultColumn, ValueKind } from '#core/engine/outcome.ts';
import { builtInTypes, type TypeName } from './built-in-types.ts';
import type { Postgres } from './postgres.ts';
import type { FieldDescription } from './protocol/reply.ts';

/**
 * Names the types of a reply's columns as PostgreSQL prints them, in the transaction that gave the reply.
 *
 * Nothing is kept from one reply to the next: a user may rename a type, and a restored snapshot may give its OID to
 * another. What SHOW answers with is among the types known anyway: a question between `BEGIN; SHOW …` and
 * `SET TRANSACTION …` would make the latter fail.
 */
export async function nameColumns(
  postgres: Postgres,
  fields: readonly FieldDescription[],
): Promise<readonly ResultColumn[]> {
  const unknown = fields.filter((field) => knownType(field) === undefined);
  const asked = unknown.length === 0 ? new Map<string, TypeName>() : await askTypes(postgres, unknown);
  return fields.map((field) => {
    const named = knownType(field) ?? asked.get(keyOf(field));
    return { name: field.name, typeOid: field.typeOid, ...(named ?? { type: `type ${field.typeOid}`, kind: 'other' }) };
  });
}

function knownType({ typeOid, typeModifier }: FieldDescription): TypeName | undefined {
  return typeModifier === -1 ? builtInTypes.get(typeOid) : undefined;
}

async function askTypes(
  postgres: Postgres,
  fields: readonly FieldDescription[],
): Promise<ReadonlyMap<string, TypeName>> {
  const values = fields.map(({ typeOid, typeModifier }) => `(${typeOid}, ${typeModifier})`);
  const answer = await postgres.query(
    `select oid, modifier, pg_catalog.format_type(oid, modifier), typcategory
     from (values ${values.join(', ')}) as asked (type, modifier) join pg_catalog.pg_type on oid = type`,
  );
  if (!answer.ok) return new Map();
  return new Map(
    answer.value.rows.map(([oid, modifier, type, category]) => [
      `${oid}/${modifier}`,
      { type: type ?? '', kind: kindOf(Number(oid), category ?? '') },
    ]),
  );
}

function keyOf({ typeOid, typeModifier }: FieldDescription): string {
  return `${typeOid}/${typeModifier}`;
}

/** `pg_type.typcategory`; bytes and JSON are in a category with others, so that their kinds go by OID. */
const kindsByCategory: Readonly<Record<string, ValueKind>> = {
  A: 'array',
  B: 'boolean',
  D: 'date-time',
  N: 'number',
  S: 'text',
  T: 'date-time',
};

function kindOf(oid: number, category: string): ValueKind {
  return builtInTypes.get(oid)?.kind ?? kindsByCategory[category] ?? 'other';
}
