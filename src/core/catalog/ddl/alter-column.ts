import type { Column } from '#core/catalog/catalog.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { defaultWords, type IsDomain } from './expression-words.ts';
import { inLowerCase } from './sql-text.ts';
import { typeWords } from './type-words.ts';

export interface ColumnChange {
  readonly before: Column;
  readonly after: Column;
  /** Converts the values, or null for PostgreSQL's own cast. */
  readonly using: string | null;
  /** A new primary key says NOT NULL by itself. */
  readonly entersPrimaryKey: boolean;
  /** How identity is declared, where there is one. */
  readonly identity: string;
  readonly isDomain: IsDomain;
}

/**
 * The actions of ALTER TABLE that make the one column of the other, in an order in which they may stand. Identity has
 * gone before where it goes: PostgreSQL would look at the new type first.
 */
export function columnActions(change: ColumnChange): readonly string[] {
  const { before, after, using, entersPrimaryKey, isDomain } = change;
  const own = `alter column ${quoteName(after.name)}`;
  const isRetyped = before.type !== after.type || before.collation !== after.collation;
  const losesDefault = before.default !== null && (after.default === null || isRetyped);
  const setsDefault = after.default !== null && (losesDefault || before.default !== after.default);
  const setsNotNull = after.notNull && !before.notNull && !entersPrimaryKey;
  return [
    ...(before.generation !== null && after.generation === null ? [`${own} drop expression`] : []),
    ...(losesDefault ? [`${own} drop default`] : []),
    ...(before.notNull && !after.notNull ? [`${own} drop not null`] : []),
    ...(isRetyped ? [`${own} type ${typeOf(after)}${using === null ? '' : ` using ${using}`}`] : []),
    ...(after.generated !== null && before.generated !== after.generated
      ? [`${own} set expression as (${inLowerCase(after.generated)})`]
      : []),
    ...(setsNotNull ? [`${own} set not null`] : []),
    ...(setsDefault ? [`${own} set default ${defaultWords(after.default ?? '', after.type, isDomain)}`] : []),
    ...identityActions(change, own),
  ];
}

function identityActions({ before, after, identity }: ColumnChange, own: string): readonly string[] {
  if (after.identity === null || before.identity === after.identity) return [];
  return [before.identity === null ? `${own} add ${identity}` : `${own} set generated ${after.identity}`];
}

function typeOf({ type, collation }: Column): string {
  return `${typeWords(type)}${collation === null ? '' : ` collate ${quoteName(collation)}`}`;
}
