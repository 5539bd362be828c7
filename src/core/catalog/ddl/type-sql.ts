import type { Domain, UserType } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { checkSql } from './constraint-sql.ts';
import type { DdlContext } from './ddl-context.ts';
import type { DdlStatement } from './ddl-statement.ts';
import { defaultWords } from './expression-words.ts';
import { quoteText } from './sql-text.ts';
import { naming } from './table-parts.ts';
import { typeWords } from './type-words.ts';

/** A type, and after it the checks of a domain that do not hold for what is there already. */
export function createType(type: UserType, context: DdlContext): readonly DdlStatement[] {
  const about = `type ${qualifiedName(type)}`;
  context.taken.takeRelation(type);
  switch (type.kind) {
    case 'enum':
      return [{ sql: `create type ${sqlName(type)} as enum (${enumLabels(type.labels)})`, about }];
    case 'composite': {
      const attributes = type.attributes.map(({ name, type: its }) => `${quoteName(name)} ${typeWords(its)}`);
      const body = attributes.length === 0 ? '()' : `(\n${attributes.map((line) => `  ${line}`).join(',\n')}\n)`;
      return [{ sql: `create type ${sqlName(type)} as ${body}`, about }];
    }
    case 'range':
      return [{ sql: `create type ${sqlName(type)} as range (subtype = ${typeWords(type.subtype ?? '')})`, about }];
    case 'domain':
      return type.domain === null ? [] : createDomain(type, type.domain, context);
  }
}

function enumLabels(labels: readonly string[]): string {
  const quoted = labels.map(quoteText);
  const line = quoted.join(', ');
  return line.length <= 80 ? line : `\n${quoted.map((label) => `  ${label}`).join(',\n')}\n`;
}

function createDomain(type: UserType, domain: Domain, context: DdlContext): readonly DdlStatement[] {
  const valid = domain.checks.filter(({ validated }) => validated);
  const words = [
    `create domain ${sqlName(type)} as ${typeWords(domain.type)}`,
    ...(domain.collation === null ? [] : [`collate ${quoteName(domain.collation)}`]),
    ...(domain.default === null ? [] : [`default ${defaultWords(domain.default, domain.type, context.isDomain)}`]),
    ...(domain.notNull ? ['not null'] : []),
  ].join(' ');
  const checks = valid.map((check) => `\n  ${domainCheck(type, check, context)}`);
  return [
    { sql: words + checks.join(''), about: `domain ${qualifiedName(type)}` },
    ...domain.checks
      .filter(({ validated }) => !validated)
      .map((check) => ({
        sql: `alter domain ${sqlName(type)} add ${domainCheck(type, check, context)}`,
        about: `domain ${qualifiedName(type)}`,
      })),
  ];
}

export function domainCheck(type: UserType, check: Domain['checks'][number], { taken }: DdlContext): string {
  const words =
    naming(check.name, taken.constraint(type, null, 'check')) + checkSql(check, () => type.domain?.type ?? null);
  taken.takeConstraint({ schema: type.schema, name: check.name }, false);
  return words;
}
