import { scanSql, type SqlToken } from '#core/shared/sql-tokens.ts';
import { quoteName, readName } from './quote-name.ts';
import { reservedWords } from './reserved-words.ts';

/**
 * Where an expression names columns, told by tokens alone. What looks like a name may be a function, a type after `::`,
 * a collation, a part of another thing, an argument's name or the field of EXTRACT: those are left out. It is enough for
 * expressions as PostgreSQL prints them, in which every other word is a column; of one that was typed by hand, a word
 * that is none of these is taken for a column if there is one of its name.
 */

export type RenameMap = ReadonlyMap<string, string>;

/** The expression after its columns were renamed, old name to new. PostgreSQL rewrites its own in the same way. */
export function renameInExpression(expression: string, names: RenameMap): string {
  if (names.size === 0) return expression;
  const tokens = scanSql(expression);
  let renamed = '';
  let from = 0;
  for (const [place, token] of tokens.entries()) {
    const name = isColumn(tokens, place) ? names.get(readName(token.text)) : undefined;
    if (name === undefined) continue;
    renamed += expression.slice(from, token.start) + quoteName(name);
    from = token.end;
  }
  return renamed + expression.slice(from);
}

export function mentionsColumn(expression: string, column: string): boolean {
  const tokens = scanSql(expression);
  return tokens.some((token, place) => isColumn(tokens, place) && readName(token.text) === column);
}

const afterType = new Set(['::', 'collate']);

function isColumn(tokens: readonly SqlToken[], place: number): boolean {
  const token = tokens[place];
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'quoted')) return false;
  if (token.kind === 'word' && (reserved.has(token.text.toLowerCase()) || upperKeywords.has(token.text))) return false;
  const next = tokens[place + 1];
  if (next?.text === '(' || next?.text === '.' || next?.kind === 'string') return false;
  if (next?.text === '=' && tokens[place + 2]?.text === '>' && tokens[place + 2]?.start === next.end) return false;
  if (next?.text.toLowerCase() === 'from' && tokens[place - 1]?.text === '(') return false;
  // A field of a composite value: `(address).city`.
  if (tokens[place - 1]?.text === '.' && tokens[place - 2]?.text === ')') return false;
  return !isAfterType(tokens, place);
}

/** `x::character varying`: the type may be of several words, and of a schema. */
function isAfterType(tokens: readonly SqlToken[], place: number): boolean {
  for (let before = place - 1; before >= 0; before -= 1) {
    const token = tokens[before];
    if (token === undefined) return false;
    if (afterType.has(token.text.toLowerCase())) return true;
    const isOfName = token.text === '.' || (tokens[before + 1]?.text === '.' && isName(token));
    const isOfType = token.kind === 'word' && typeWords.has(token.text.toLowerCase());
    if (!isOfName && !isOfType) return false;
  }
  return false;
}

function isName({ kind }: SqlToken): boolean {
  return kind === 'word' || kind === 'quoted';
}

/** Words that go on in a type's name. */
const typeWords = new Set(['character', 'bit', 'double', 'timestamp', 'time', 'with', 'without', 'interval']);

const reserved = new Set(reservedWords);

/** Not reserved, so columns may be called so in lower case; in upper case PostgreSQL means the keyword. */
const upperKeywords = new Set('AT ESCAPE EXTRACT FOR LIKE OPERATOR POSITION ROW TIME VALUE ZONE'.split(' '));
