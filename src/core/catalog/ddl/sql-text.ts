/**
 * What a text of SQL says, as far as a writer must know without parsing it: which parts stand in quotes, and which names
 * occur. It is enough for text that PostgreSQL printed; it does not know where a name is a column and where a table.
 */

const identifierStart = String.raw`A-Za-z_\u0080-\uffff`;
const identifierPart = String.raw`${identifierStart}0-9$`;

/** Strings, names in quotes, bodies between dollars and comments: nothing in them may be touched. */
const untouchable = [
  String.raw`"(?:[^"]|"")*"`,
  String.raw`(?<![${identifierPart}])[eE]'(?:[^'\\]|\\[\s\S]|'')*'`,
  String.raw`'(?:[^']|'')*'`,
  String.raw`(?<![${identifierPart}])(?<dollar>\$(?:[${identifierStart}][${identifierStart}0-9]*)?\$)[\s\S]*?\k<dollar>`,
  String.raw`--[^\n]*`,
  String.raw`\/\*[\s\S]*?\*\/`,
].join('|');

const word = String.raw`[${identifierStart}][${identifierPart}]*`;

/** Keywords in lower case. PostgreSQL prints every name that is not in lower case in quotes, so that no name changes. */
export function inLowerCase(sql: string): string {
  return sql.replace(new RegExp(`${untouchable}|[A-Z]+`, 'g'), (part) =>
    /^[A-Z]+$/.test(part) ? part.toLowerCase() : part,
  );
}

export type SqlToken =
  | { readonly kind: 'name'; readonly text: string; readonly name: string }
  | { readonly kind: 'string'; readonly text: string; readonly value: string }
  /** Signs, numbers, white space, comments. */
  | { readonly kind: 'other'; readonly text: string };

/** The text in pieces, which put together are the text again. Keywords are names too. */
export function tokensOf(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  for (const [text] of sql.matchAll(new RegExp(String.raw`${untouchable}|${word}|\s+|[0-9.]+|::|[\s\S]`, 'g'))) {
    tokens.push(tokenOf(text));
  }
  return tokens;
}

function tokenOf(text: string): SqlToken {
  if (text.startsWith('"')) return { kind: 'name', text, name: text.slice(1, -1).replaceAll('""', '"') };
  if (new RegExp(`^${word}$`).test(text)) return { kind: 'name', text, name: text.toLowerCase() };
  if (/^e?'[^]*'$/i.test(text) && text.length > 1) {
    return { kind: 'string', text, value: text.replace(/^e/i, '').slice(1, -1).replaceAll("''", "'") };
  }
  const body = /^(\$[^$]*\$)([\s\S]*)\1$/.exec(text)?.[2];
  return body === undefined ? { kind: 'other', text } : { kind: 'string', text, value: body };
}

/** The items of a list of expressions, which commas part that stand in no brackets. */
export function listItems(list: string): readonly string[] {
  const items = [''];
  let depth = 0;
  for (const { text } of tokensOf(list)) {
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    if (text === ',' && depth === 0) items.push('');
    else items[items.length - 1] += text;
  }
  return items.map((item) => item.trim());
}

/** A literal of SQL; backslashes are themselves while standard_conforming_strings is on, as it is unless changed. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
