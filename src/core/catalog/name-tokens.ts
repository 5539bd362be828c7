/**
 * Names and signs, for text in which SQL's quoting holds but which is no SQL: `zip -> city`, `users(id)`. Unquoted names
 * fold to lower case as PostgreSQL folds them in UTF-8 (ASCII letters only), quoted ones stand as they are.
 * Arrows are one sign each way they are written: `->` and `->>`.
 */
export type NameToken =
  | (Span & { readonly kind: 'name'; readonly name: string; readonly isQuoted: boolean })
  | (Span & { readonly kind: 'sign'; readonly sign: string });

/** A character that begins neither a name nor a sign. */
export type StrayToken = Span & { readonly kind: 'stray' };

interface Span {
  /** As it stands in the text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern =
  /(?<space>\s+)|"(?<quoted>(?:[^"]|"")+)"|(?<plain>[\p{L}_][\p{L}\p{M}\p{N}_$]*)|(?<many>->>|↠|→→)|(?<one>->|→)|(?<sign>[(){},.;])|(?<stray>[\s\S])/uy;

/** Everything in `text` but its white space. Never fails. */
export function scanNames(text: string): readonly (NameToken | StrayToken)[] {
  const tokens: (NameToken | StrayToken)[] = [];
  for (let start = 0; start < text.length;) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) throw new Error(`no token at ${start}: the last alternative takes any character`);
    const { quoted, plain, many, one, sign, stray } = match.groups ?? {};
    const span = { text: match[0], start, end: start + match[0].length };
    if (quoted !== undefined)
      tokens.push({ ...span, kind: 'name', name: quoted.replaceAll('""', '"'), isQuoted: true });
    else if (plain !== undefined) tokens.push({ ...span, kind: 'name', name: foldName(plain), isQuoted: false });
    else if (many !== undefined) tokens.push({ ...span, kind: 'sign', sign: '->>' });
    else if (one !== undefined) tokens.push({ ...span, kind: 'sign', sign: '->' });
    else if (sign !== undefined) tokens.push({ ...span, kind: 'sign', sign });
    else if (stray !== undefined) tokens.push({ ...span, kind: 'stray' });
    start = span.end;
  }
  return tokens;
}

/** The names and signs of `text`, or null where something else occurs. */
export function readNames(text: string): readonly NameToken[] | null {
  const tokens: NameToken[] = [];
  for (const token of scanNames(text)) {
    if (token.kind === 'stray') return null;
    tokens.push(token);
  }
  return tokens;
}

/** Names with a comma between each two of them, or null. */
export function readNameList(tokens: readonly NameToken[]): readonly string[] | null {
  const names = tokens.filter((_, index) => index % 2 === 0);
  const commas = tokens.filter((_, index) => index % 2 === 1);
  if (tokens.length % 2 === 0 || !commas.every((token) => isSign(token, ','))) return null;
  return names.every((token) => token.kind === 'name') ? names.map(({ name }) => name) : null;
}

export function isSign(token: NameToken | StrayToken | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.sign === sign;
}

/** A name as an author would write it in a text such as `zip -> city`; SQL's own words need no quotes there. */
export function writeName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

export function writeNames(names: readonly string[]): string {
  return names.map(writeName).join(', ');
}

function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
