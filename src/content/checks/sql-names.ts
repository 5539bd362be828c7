/** A name between double quotes, as SQL that a check builds writes every name. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an author would write it in a string such as `zip -> city`. */
export function writeName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : quoteName(name);
}

export function writeNames(names: readonly string[]): string {
  return names.map(writeName).join(', ');
}

export type NameToken =
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'sign'; readonly sign: string };

/**
 * Splits a string in which SQL's quoting holds into names and signs: unquoted names fold to lower case, quoted ones
 * stand as they are. Null where something else occurs.
 */
export function readNames(text: string): readonly NameToken[] | null {
  const tokens: NameToken[] = [];
  const pattern = /\s*(?:"(?<quoted>(?:[^"]|"")+)"|(?<plain>[\p{L}_][\p{L}\p{N}_$]*)|(?<sign>->>|->|[(),.]))\s*/uy;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)?.groups;
    if (found === undefined) return null;
    const { quoted, plain, sign } = found;
    if (sign !== undefined) tokens.push({ kind: 'sign', sign });
    else tokens.push({ kind: 'name', name: quoted?.replaceAll('""', '"') ?? plain?.toLowerCase() ?? '' });
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

export function isSign(token: NameToken | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.sign === sign;
}
