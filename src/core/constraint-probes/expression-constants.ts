/** What an expression of PostgreSQL compares with: its texts, its numbers, and the columns that it names. */
export interface ExpressionConstants {
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
}

const textLiteral = /(?<!\w)[Ee]?'((?:[^']|'')*)'/g;
const quotedName = /"((?:[^"]|"")+)"/g;

export function constantsOf(expression: string): ExpressionConstants {
  const texts = [...expression.matchAll(textLiteral)].map(([, text = '']) => text.replaceAll("''", "'"));
  const rest = expression.replaceAll(textLiteral, ' ').replaceAll(quotedName, ' ');
  const numbers = [...rest.matchAll(/(?<![\w.])-?\s?\d+(?:\.\d+)?(?![\w.])/g)].map(([number]) =>
    number.replace(' ', ''),
  );
  return {
    texts: [...new Set(texts)],
    // A number in quotes is one too: PostgreSQL prints '-1'::integer.
    numbers: [...new Set([...numbers, ...texts.filter((text) => /^-?\d+(\.\d+)?$/.test(text))])],
  };
}

/** Those of `columns` that an expression names; a function of the same name only makes for one too many. */
export function columnsNamedIn(expression: string, columns: readonly string[]): readonly string[] {
  const bare = expression.replaceAll(textLiteral, ' ');
  const names = new Set([...bare.matchAll(quotedName)].map(([, name = '']) => name.replaceAll('""', '"')));
  for (const [name] of bare.replaceAll(quotedName, ' ').matchAll(/[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/gi))
    names.add(name);
  return columns.filter((column) => names.has(column));
}

/** The check of a domain as one of a column. */
export function withValue(expression: string, column: string): string {
  return expression
    .split(/((?<!\w)[Ee]?'(?:[^']|'')*'|"(?:[^"]|"")+")/)
    .map((part, place) => (place % 2 === 1 ? part : part.replaceAll(/\bVALUE\b/g, () => column)))
    .join('');
}
