import { inLowerCase } from './sql-text.ts';
import { unmodifiedType } from './type-words.ts';

/** Types whose literals PostgreSQL reads as the column's type without being told. Domains are not among them. */
export type IsDomain = (type: string) => boolean;

/**
 * A DEFAULT as people write it: `'new'` where PostgreSQL prints `'new'::text`. A cast to another type than the column's
 * own is kept, and so is one to a domain: there the literal alone would be stored as one of the type below.
 */
export function defaultWords(expression: string, columnType: string, isDomain: IsDomain): string {
  const found = /^('(?:[^'\\]|'')*')::([^':]+)$/.exec(expression);
  const [, literal, type] = found ?? [];
  if (literal === undefined || type !== unmodifiedType(columnType) || isDomain(columnType))
    return inLowerCase(expression);
  return type === 'integer' && /^'-\d+'$/.test(literal) ? literal.slice(1, -1) : literal;
}
