import type { languages } from 'monaco-editor/editor';
import { reservedWords } from '#core/catalog/reserved-words.ts';
import { offeredKeywords } from './sql-words.ts';

/**
 * PostgreSQL for Monaco's highlighter. The definition that Monaco brings knows reserved words only (no INSERT, SET or
 * KEY), no types, no dollar quotes and no nested comments, all of which a lesson shows.
 */
export const pgsqlLanguage: languages.IMonarchLanguage = {
  ignoreCase: true,
  unicode: true,
  keywords: [
    ...new Set([...reservedWords, ...offeredKeywords.flatMap((phrase) => phrase.split(' ')), ...otherWords()]),
  ],
  tokenizer: {
    root: [
      [/--.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/(\$(?:[a-z_]\w*)?\$)/, { token: 'string', next: '@dollarString.$1' }],
      [/e'/, 'string', '@escapeString'],
      [/'/, 'string', '@string'],
      [/"/, 'identifier', '@quotedName'],
      [/\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?/, 'number'],
      [/[\p{L}_][\p{L}\p{N}_$]*/u, { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
      [/[()[\]]/, '@brackets'],
    ],
    comment: [
      [/\/\*/, 'comment', '@push'],
      [/\*\//, 'comment', '@pop'],
      [/./, 'comment'],
    ],
    string: [
      [/''|[^']+/, 'string'],
      [/'/, 'string', '@pop'],
    ],
    escapeString: [
      [/''|\\.|[^'\\]+/, 'string'],
      [/'/, 'string', '@pop'],
    ],
    quotedName: [
      [/""|[^"]+/, 'identifier'],
      [/"/, 'identifier', '@pop'],
    ],
    dollarString: [
      [/\$[^$]*\$|\$/, { cases: { '$0==$S2': { token: 'string', next: '@pop' }, '@default': 'string' } }],
      [/[^$]+/, 'string'],
    ],
  },
};

export const pgsqlConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: '--', blockComment: ['/*', '*/'] },
  brackets: [
    ['(', ')'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '(', close: ')', notIn: ['string', 'comment'] },
    { open: '[', close: ']', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
  ],
};

/** Names of types, and keywords that stand in the bodies of functions and triggers. */
function otherWords(): readonly string[] {
  return `
    bigint bigserial bit bool boolean box bytea char character cidr circle date decimal float4 float8 inet int int2 int4
    int8 integer interval json jsonb money numeric path precision real regclass serial smallint text time timestamp
    timestamptz timetz tsquery tsvector uuid varchar varying xml
    after atomic before call declare each execute function language loop owner procedure raise replace returns row rule
    statement trigger volatile immutable stable
  `
    .trim()
    .split(/\s+/);
}
