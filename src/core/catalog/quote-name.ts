import { reservedWords } from './reserved-words.ts';

const reserved = new Set(reservedWords);

/** A name as it must be written in SQL: with quotes where PostgreSQL would read it as something else. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** The name that a token of SQL stands for: unquoted, or folded to lower case as PostgreSQL does. */
export function readName(text: string): string {
  if (!text.startsWith('"')) return text.toLowerCase();
  return text.replace(/^"|"$/g, '').replaceAll('""', '"');
}
