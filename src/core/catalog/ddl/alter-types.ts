import type { Catalog, Domain, UserType } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { isSameData } from '#core/shared/same-data.ts';
import type { DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { defaultWords } from './expression-words.ts';
import { joinedName } from '#core/catalog/given-name.ts';
import { quoteText } from './sql-text.ts';
import { createType, domainCheck } from './type-sql.ts';

/**
 * Types that can not become what is wanted of them: each is called otherwise for a while, made anew, and dropped when no
 * column is of it any more.
 */
export function typesToReplace(live: Catalog, wanted: Catalog): readonly UserType[] {
  return live.types.filter((type) => {
    const after = wanted.types.find((other) => isSameObject(type, other));
    return after !== undefined && !isSameData(type, after) && !canBecome(type, after);
  });
}

function canBecome(before: UserType, after: UserType): boolean {
  if (before.kind !== after.kind) return false;
  if (before.kind === 'enum') return isWithin(before.labels, after.labels);
  return (
    before.domain !== null &&
    before.domain.type === after.domain?.type &&
    before.domain.collation === after.domain.collation
  );
}

/** Whether all labels are there still, in their order: others can be added between them. */
function isWithin(labels: readonly string[], all: readonly string[]): boolean {
  return isSameData(
    labels,
    all.filter((label) => labels.includes(label)),
  );
}

export function nameMeanwhile({ schema, name }: UserType): { readonly schema: string; readonly name: string } {
  return { schema, name: joinedName(name, null, 'old') };
}

export function setAside(type: UserType): DdlStatement {
  const sql = `alter type ${sqlName(type)} rename to ${quoteName(nameMeanwhile(type).name)}`;
  return { sql, about: `type ${qualifiedName(type)}` };
}

/** A type that is new, or another than it was. */
export function changeType(
  before: UserType | undefined,
  after: UserType,
  context: DdlContext,
): readonly DdlStatement[] {
  if (isSameData(before, after)) return [];
  if (before === undefined || !canBecome(before, after)) return createType(after, context);
  const about = `type ${qualifiedName(after)}`;
  if (before.domain !== null && after.domain !== null) {
    return domainActions(before.domain, after.domain, after, context).map((action) => ({
      sql: `alter domain ${sqlName(after)} ${action}`,
      about,
    }));
  }
  return after.labels.flatMap((label, place) => {
    if (before.labels.includes(label)) return [];
    const previous = after.labels[place - 1];
    const first = before.labels[0];
    const where =
      previous === undefined
        ? first === undefined
          ? ''
          : ` before ${quoteText(first)}`
        : ` after ${quoteText(previous)}`;
    const isLast = place === after.labels.length - 1;
    return [{ sql: `alter type ${sqlName(after)} add value ${quoteText(label)}${isLast ? '' : where}`, about }];
  });
}

function domainActions(before: Domain, after: Domain, type: UserType, context: DdlContext): readonly string[] {
  const isSame = (check: Domain['checks'][number]): boolean => after.checks.some((other) => isSameData(check, other));
  const kept = new Set(before.checks.filter(isSame).map(({ name }) => name));
  for (const { name } of before.checks) if (!kept.has(name)) context.taken.free({ schema: type.schema, name });
  return [
    ...before.checks.filter(({ name }) => !kept.has(name)).map(({ name }) => `drop constraint ${quoteName(name)}`),
    ...(before.default !== null && after.default === null ? ['drop default'] : []),
    ...(after.default !== null && before.default !== after.default
      ? [`set default ${defaultWords(after.default, after.type, context.isDomain)}`]
      : []),
    ...(before.notNull === after.notNull ? [] : [after.notNull ? 'set not null' : 'drop not null']),
    ...after.checks.filter(({ name }) => !kept.has(name)).map((check) => `add ${domainCheck(type, check, context)}`),
  ];
}

/** A catalog in which the columns of types that were set aside are of those. */
export function withTypesAside(catalog: Catalog, aside: readonly UserType[]): Catalog {
  if (aside.length === 0) return catalog;
  const names = new Map(
    aside.flatMap((type) => spellings(type).map((spelling) => [spelling, sqlName(nameMeanwhile(type))] as const)),
  );
  return {
    ...catalog,
    tables: catalog.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => {
        const base = column.type.replace(/\[\]$/, '');
        const name = names.get(base);
        return name === undefined ? column : { ...column, type: column.type.replace(base, () => name) };
      }),
    })),
  };
}

/** As `format_type` may print it. */
function spellings({ schema, name }: UserType): readonly string[] {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const names = [quoteName(name), quoted];
  return schema === 'public' ? names : names.flatMap((each) => [`${quoteName(schema)}.${each}`]);
}
