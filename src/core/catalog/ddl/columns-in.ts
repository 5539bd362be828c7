import { tokensOf, type SqlToken } from './sql-text.ts';

/** Words that go on a type's name: `double precision`, `timestamp(3) without time zone`. */
const typeTail = new Set(['varying', 'precision', 'with', 'without', 'time', 'zone']);

/**
 * The columns that an expression names, in the table's order. What follows `::` is a type, what precedes a bracket a
 * function, what follows a dot a field, and PostgreSQL prints its keywords in upper case.
 */
export function columnsIn(expression: string, columns: readonly string[]): readonly string[] {
  const tokens = tokensOf(expression).filter(({ text }) => text.trim() !== '');
  const named = new Set<string>();
  let isType = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'name') {
      const isTail = isType && typeTail.has(token.text);
      const before = tokens[index - 1]?.text;
      if (before === '::') isType = true;
      else if (!isTail && !(isType && before === '.')) isType = false;
      if (!isType && isColumn(token, before, tokens[index - 2]?.text, tokens[index + 1]?.text)) named.add(token.name);
    } else if (token.text !== '.' && !/^[(),\d]+$/.test(token.text)) isType = false;
  }
  return columns.filter((column) => named.has(column));
}

function isColumn({ text }: SqlToken, before?: string, beforeThat?: string, after?: string): boolean {
  const isField = before === '.' || (before === '(' && beforeThat?.toLowerCase() === 'extract');
  const isKeyword = /^[A-Z_]+$/.test(text);
  return !isField && !isKeyword && (after !== '(' || text.startsWith('"'));
}
