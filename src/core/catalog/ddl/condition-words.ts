import { inLowerCase, tokensOf } from './sql-text.ts';
import { unmodifiedType } from './type-words.ts';

/**
 * A condition as people write it. PostgreSQL prints `status in ('new', 'paid')` as `status = ANY (ARRAY['new'::text,
 * 'paid'::text])`, `price >= 0` as `price >= 0::numeric`, `code like 'A%'` as `code ~~ 'A%'::text`. Where a column is
 * compared with literals of its own type and nothing else stands beside, the short form means the same and is printed
 * the same again; in all other places the text is left as it is. (For varchar this is more than looks: its long form
 * is printed otherwise when it is read again.)
 */
export function conditionWords(expression: string, typeOf: TypeOf): string {
  const { text, restore, nameAt } = withoutQuotes(expression);
  const isOf = (marked: string, cast: string | undefined, type: string): boolean => {
    const own = unmodifiedType(typeOf(nameAt(marked)) ?? '');
    return cast === undefined ? own === restore(type) : own === 'character varying' && type === 'text';
  };
  const plain = (literalText: string, type: string): string | null => {
    if (!literalText.startsWith('\ue001')) return comparedAsOther.has(type) ? literalText : null;
    const quoted = restore(literalText);
    return isBareNumber(quoted, type) ? quoted.slice(1, -1) : quoted;
  };
  const shorter = text
    .replace(
      comparison,
      (
        all: string,
        before: string,
        column: string,
        cast: string | undefined,
        operator: string,
        literal: string,
        type: string,
      ) =>
        isOf(column, cast, type) && plain(literal, type) !== null
          ? `${before}${column} ${words.get(operator) ?? operator} ${plain(literal, type) ?? ''}`
          : all,
    )
    .replace(
      membership,
      (
        all: string,
        before: string,
        column: string,
        cast: string | undefined,
        operator: string,
        list: string,
        whole: string | undefined,
      ) => {
        const items = list.split(', ').map((item) => /^(.*?)(?:::([^:]+))?$/.exec(item));
        const types = new Set(items.map((item) => item?.[2] ?? 'integer'));
        const [type = ''] = types;
        const fits =
          whole === undefined
            ? isOf(column, cast, type) && cast === undefined
            : cast !== undefined && type === 'character varying' && isOf(column, cast, 'text');
        if (types.size !== 1 || items.length < 2 || !fits) return all;
        return `${before}${column} ${operator === '= ANY' ? 'in' : 'not in'} (${items.map((item) => item?.[1] ?? '').join(', ')})`;
      },
    );
  return inLowerCase(restore(shorter));
}

/** The type of a column by its name, as `format_type` prints it; null for a domain, whose literals are of another. */
export type TypeOf = (column: string) => string | null;

const mark = String.raw`(?:\ue000\d+\ue000|[a-z_][a-z0-9_$]*|VALUE)`;
const literal = String.raw`(?:\ue001\d+\ue001|\d+(?:\.\d+)?)`;
const typeName = String.raw`[a-z\ue000][a-z0-9_ .\ue000]*?`;
const before = String.raw`(^|\(|\bAND |\bOR |\bNOT |\bWHEN )`;
const after = String.raw`(?=$|\)| AND\b| OR\b| THEN\b| ELSE\b| END\b)`;
const comparison = new RegExp(
  `${before}(${mark})(::text)? (=|<>|<|>|<=|>=|~|~\\*|!~|!~\\*|~~|!~~|~~\\*|!~~\\*) (${literal})::(${typeName})${after}`,
  'g',
);
const item = `${literal}(?:::${typeName})?`;
const membership = new RegExp(
  `${before}(${mark})(::text)? (= ANY|<> ALL) \\(ARRAY\\[(${item}(?:, ${item})*)\\](::text\\[\\])?\\)${after}`,
  'g',
);

const words = new Map([
  ['~~', 'like'],
  ['!~~', 'not like'],
  ['~~*', 'ilike'],
  ['!~~*', 'not ilike'],
]);

/** Numbers of these types are printed with a cast; of the whole numbers only one that somebody wrote is. */
const comparedAsOther = new Set(['numeric', 'double precision']);

/** PostgreSQL prints negative numbers in quotes. */
function isBareNumber(quoted: string, type: string): boolean {
  return (type === 'integer' && /^'-\d+'$/.test(quoted)) || (type === 'numeric' && /^'-\d+\.\d+'$/.test(quoted));
}

interface Unquoted {
  /** With marks in the places of names in quotes and of strings. */
  readonly text: string;
  readonly restore: (text: string) => string;
  readonly nameAt: (mark: string) => string;
}

function withoutQuotes(expression: string): Unquoted {
  const tokens = tokensOf(expression);
  const text = tokens
    .map((token, place) => {
      if (token.kind === 'name' && token.text.startsWith('"')) return `\ue000${place}\ue000`;
      return token.kind === 'string' ? `\ue001${place}\ue001` : token.text;
    })
    .join('');
  const at = (place: string): string => tokens[Number(place)]?.text ?? '';
  return {
    text,
    restore: (shorter) => shorter.replace(/[\ue000\ue001](\d+)[\ue000\ue001]/g, (_, place: string) => at(place)),
    nameAt: (marked) => {
      const token = tokens[Number(/^\ue000(\d+)\ue000$/.exec(marked)?.[1] ?? NaN)];
      return token?.kind === 'name' ? token.name : marked;
    },
  };
}
