import { scanSql } from '#core/shared/sql-tokens.ts';

/**
 * Whether two expressions say the same, as far as words tell: `total>=0` and `(total >= 0)`, `'new'` and `'new'::text`.
 * PostgreSQL prints what it was given in its own way. One that it rewrites further (`in` to `= any`) counts as another.
 */
export function isSameExpression(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return one === other || plainWords(one) === plainWords(other);
}

function plainWords(expression: string): string {
  const words = scanSql(expression)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ kind, text }) => (kind === 'word' ? text.toLowerCase() : text));
  const spaced = ` ${words.join(' ')} `;
  return withoutOuterBrackets(spaced.replaceAll(castOfLiteral, '$1').trim());
}

/** As PostgreSQL adds it to a literal. */
const castOfLiteral =
  /( '(?:[^']|'')*') :: (?:character varying|double precision|timestamp with(?:out)? time zone|"?\w+"?)(?: \( \d+ (?:, \d+ )?\))?(?: \[ \])?(?= )/g;

function withoutOuterBrackets(words: string): string {
  if (!words.startsWith('( ') || !words.endsWith(' )')) return words;
  const inner = words.slice(2, -2);
  let depth = 0;
  for (const word of inner.split(' ')) {
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth < 0) return words;
  }
  return withoutOuterBrackets(inner);
}
