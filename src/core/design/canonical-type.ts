import type { Column } from '#core/catalog/catalog.ts';
import { scanSql } from '#core/shared/sql-tokens.ts';

/**
 * A type as it is typed, in the words in which `format_type` prints it, so that a drawn column equals the one that
 * PostgreSQL makes of it. Names that are none of PostgreSQL's short ones are left as they are, but for their letters.
 */
export function canonicalType(text: string): string {
  const words = wordsOf(text);
  const { element, array } = splitArray(words);
  const { name, modifier } = splitModifier(element);
  return withModifier(longName(name), modifier, name) + array;
}

/** `serial` is no type: it stands for a number that counts itself, which an identity column says better. */
export function columnOfType(text: string): Pick<Column, 'type' | 'identity' | 'notNull'> | { readonly type: string } {
  const type = serials.get(text.trim().toLowerCase());
  return type === undefined ? { type: canonicalType(text) } : { type, identity: 'by default', notNull: true };
}

const serials = new Map([
  ['serial', 'integer'],
  ['serial4', 'integer'],
  ['bigserial', 'bigint'],
  ['serial8', 'bigint'],
  ['smallserial', 'smallint'],
  ['serial2', 'smallint'],
]);

const longNames: ReadonlyMap<string, string> = new Map([
  ['int', 'integer'],
  ['int4', 'integer'],
  ['int2', 'smallint'],
  ['int8', 'bigint'],
  ['float', 'double precision'],
  ['float8', 'double precision'],
  ['float4', 'real'],
  ['bool', 'boolean'],
  ['decimal', 'numeric'],
  ['dec', 'numeric'],
  ['varchar', 'character varying'],
  ['char varying', 'character varying'],
  ['char', 'character'],
  ['nchar', 'character'],
  ['national character', 'character'],
  ['national character varying', 'character varying'],
  ['varbit', 'bit varying'],
  ['timestamp', 'timestamp without time zone'],
  ['timestamptz', 'timestamp with time zone'],
  ['time', 'time without time zone'],
  ['timetz', 'time with time zone'],
]);

function longName(name: string): string {
  return longNames.get(name) ?? name;
}

/** Of a time it stands in the middle, and a `float(n)` is one of two types. */
function withModifier(name: string, modifier: string | null, typed: string): string {
  if (typed === 'float' && modifier !== null) return Number(modifier) <= 24 ? 'real' : 'double precision';
  if (modifier === null) return name === 'character' || name === 'bit' ? `${name}(1)` : name;
  if (name === 'numeric' && !modifier.includes(',')) return `numeric(${modifier},0)`;
  const time = /^(timestamp|time)( with(?:out)? time zone)$/.exec(name);
  return time === null ? `${name}(${modifier})` : `${time[1]}(${modifier})${time[2]}`;
}

/** Words in lower case where they are not quoted, one space between them, none around marks. */
function wordsOf(text: string): string {
  let words = '';
  let isAfterWord = false;
  for (const { kind, text: token } of scanSql(text)) {
    if (kind === 'comment') continue;
    const isWord = kind === 'word' || kind === 'quoted' || kind === 'number';
    words += (isWord && isAfterWord ? ' ' : '') + (kind === 'word' ? token.toLowerCase() : token);
    isAfterWord = (isWord || token === ')') && token !== '(';
  }
  return words.replaceAll(')  ', ') ');
}

/** PostgreSQL keeps no lengths and no number of dimensions of an array. */
function splitArray(words: string): { readonly element: string; readonly array: string } {
  const found = /^(.*?)(?: array(?:\[\d*\])?|(?:\[\d*\])+)$/.exec(words);
  return found === null ? { element: words, array: '' } : { element: found[1] ?? words, array: '[]' };
}

/** `timestamp(3) with time zone` has it in the middle. */
function splitModifier(words: string): { readonly name: string; readonly modifier: string | null } {
  const found = /^([^(]*)\(([^)]*)\)(.*)$/.exec(words);
  if (found === null) return { name: words, modifier: null };
  return { name: `${found[1] ?? ''}${found[3] ?? ''}`, modifier: found[2] ?? null };
}
