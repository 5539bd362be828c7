/**
 * A light scan of PostgreSQL's lexical rules, for completion, marks, colours, and names within expressions.
 *
 * PostgreSQL's own scanner (libpg-query) is the judge everywhere else. Here it will not do: it arrives as WebAssembly
 * some time after the page, and it refuses text that ends inside a string, which is what text being typed often does.
 * This one never fails: what is not closed runs to the end of the text.
 */
export interface SqlToken {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'comment' | 'symbol';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False for a string, comment or quoted name that the text ends in. */
  readonly isClosed: boolean;
}

/** Where a pattern has a group, it is what closes the token; a line comment is still open where the text ends. */
const patterns: readonly (readonly [kind: SqlToken['kind'], pattern: RegExp])[] = [
  ['comment', /--[^\n]*()/y],
  ['string', /[eE]'(?:[^'\\]+|''|\\[\s\S])*\\?('|$)/y],
  ['string', /(?:[bBxXnN]|[uU]&)?'(?:[^']+|'')*('|$)/y],
  ['quoted', /(?:[uU]&)?"(?:[^"]+|"")*("|$)/y],
  ['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['number', /\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y],
  ['symbol', /::|[\s\S]/y],
];

/** The tokens of `text` in order, comments included and white space left out. Linear in the length of the text. */
export function scanSql(text: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let place = 0;
  while (place < text.length) {
    const space = matchAt(/\s+/y, text, place);
    if (space !== null) {
      place += space[0].length;
      continue;
    }
    const token = blockComment(text, place) ?? dollarString(text, place) ?? plainToken(text, place);
    tokens.push(token);
    place = token.end;
  }
  return tokens;
}

function plainToken(text: string, start: number): SqlToken {
  for (const [kind, pattern] of patterns) {
    const match = matchAt(pattern, text, start);
    if (match !== null) return tokenOf(kind, text, start, start + match[0].length, match[1] !== '');
  }
  throw new Error(`no SQL token at ${start}: the last pattern takes any character`);
}

/** Comments nest in PostgreSQL. */
function blockComment(text: string, start: number): SqlToken | null {
  if (!text.startsWith('/*', start)) return null;
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start + 2;
  let depth = 1;
  for (let match = edge.exec(text); match !== null; match = edge.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return tokenOf('comment', text, start, edge.lastIndex, true);
  }
  return tokenOf('comment', text, start, text.length, false);
}

function dollarString(text: string, start: number): SqlToken | null {
  const tag = matchAt(/\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy, text, start)?.[0];
  if (tag === undefined) return null;
  const close = text.indexOf(tag, start + tag.length);
  if (close === -1) return tokenOf('string', text, start, text.length, false);
  return tokenOf('string', text, start, close + tag.length, true);
}

function tokenOf(kind: SqlToken['kind'], text: string, start: number, end: number, isClosed: boolean): SqlToken {
  return { kind, text: text.slice(start, end), start, end, isClosed };
}

function matchAt(sticky: RegExp, text: string, place: number): RegExpExecArray | null {
  sticky.lastIndex = place;
  return sticky.exec(text);
}
