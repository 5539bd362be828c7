import type { ResultColumn, ValueKind } from '#core/engine/outcome.ts';
import type { Postgres } from './postgres.ts';
import type { FieldDescription } from './protocol/reply.ts';

interface TypeName {
  readonly type: string;
  readonly kind: ValueKind;
}

/** Types up to here are built in: their names never change. */
const lastBuiltInOid = 16383;

/**
 * Names the types of result columns as PostgreSQL prints them.
 *
 * Built-in types are asked once and kept, others each time, since a user may rename them. The plain built-in ones are
 * asked at the start: a question between `BEGIN; SHOW …` and `SET TRANSACTION …` would make the latter fail.
 */
export class TypeNames {
  readonly #known = new Map<string, TypeName>();

  async preload(postgres: Postgres): Promise<void> {
    await this.#ask(
      postgres,
      `select oid, -1, pg_catalog.format_type(oid, null), typcategory
       from pg_catalog.pg_type where oid <= ${lastBuiltInOid} and typtype = 'b'`,
    );
  }

  /** Names the columns of a reply, in the transaction that gave it. */
  async columns(postgres: Postgres, fields: readonly FieldDescription[]): Promise<readonly ResultColumn[]> {
    const unknown = fields.filter((field) => !this.#known.has(keyOf(field.typeOid, field.typeModifier)));
    if (unknown.length > 0) {
      const values = unknown.map(({ typeOid, typeModifier }) => `(${typeOid}, ${typeModifier})`);
      await this.#ask(
        postgres,
        `select oid, modifier, pg_catalog.format_type(oid, modifier), typcategory
         from (values ${values.join(', ')}) as asked (type, modifier) join pg_catalog.pg_type on oid = type`,
      );
    }
    const columns = fields.map((field) => this.#column(field));
    for (const { typeOid, typeModifier } of unknown) {
      if (typeOid > lastBuiltInOid) this.#known.delete(keyOf(typeOid, typeModifier));
    }
    return columns;
  }

  #column({ name, typeOid, typeModifier }: FieldDescription): ResultColumn {
    const known = this.#known.get(keyOf(typeOid, typeModifier));
    return { name, typeOid, type: known?.type ?? `type ${typeOid}`, kind: known?.kind ?? 'other' };
  }

  async #ask(postgres: Postgres, sql: string): Promise<void> {
    const answer = await postgres.query(sql);
    if (!answer.ok) return;
    for (const [oid, modifier, type, category] of answer.value.rows) {
      this.#known.set(keyOf(Number(oid), Number(modifier)), {
        type: type ?? '',
        kind: kindOf(Number(oid), category ?? ''),
      });
    }
  }
}

function keyOf(oid: number, modifier: number): string {
  return `${oid}/${modifier}`;
}

/** Types that `typcategory` lumps together as user-defined or other. */
const kindsByOid: ReadonlyMap<number, ValueKind> = new Map([
  [17, 'bytes'],
  [114, 'json'],
  [3802, 'json'],
]);

const kindsByCategory: Readonly<Record<string, ValueKind>> = {
  A: 'array',
  B: 'boolean',
  D: 'date-time',
  N: 'number',
  S: 'text',
  T: 'date-time',
};

function kindOf(oid: number, category: string): ValueKind {
  return kindsByOid.get(oid) ?? kindsByCategory[category] ?? 'other';
}
