import type { SqlScanner, SqlToken } from './sql-scanner.ts';

/** One statement of a script: its own text, without its semicolon and the comments around it, in UTF-16 offsets. */
export interface Statement {
  readonly sql: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a script at the semicolons that end statements, as psql does: by PostgreSQL's own tokens, not within
 * parentheses (CREATE RULE … DO (…; …)) and not within the BEGIN ATOMIC … END body of a routine.
 *
 * Where the lexer gives up, at an unterminated quote for instance, the statements before are still returned, and what
 * follows them is one last piece for PostgreSQL itself to reject.
 */
export function splitStatements(script: string, scanner: SqlScanner): readonly Statement[] {
  const scanned = scanner.scan(script);
  if (!scanned.ok) return splitBeforeFailure(script, scanner);
  const { ended, rest } = groupTokens(scanned.value);
  return [...ended, rest].flatMap((tokens) => statementOf(script, tokens, 0));
}

/** The statements of a script that ends where its last statement does; null where something is still open. */
export function splitEnded(script: string, scanner: SqlScanner): readonly Statement[] | null {
  const scanned = scanner.scan(script);
  if (!scanned.ok) return null;
  const { ended, rest } = groupTokens(scanned.value);
  return rest.some(isWord) ? null : ended.flatMap((tokens) => statementOf(script, tokens, 0));
}

/**
 * A lexer reads from left to right: a semicolon is a token of the whole script if and only if it is the last token of
 * the text up to it. So each semicolon is tried in turn, from the end of the statement before.
 */
function splitBeforeFailure(script: string, scanner: SqlScanner): readonly Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  for (let at = script.indexOf(';'); at >= 0; at = script.indexOf(';', at + 1)) {
    const scanned = scanner.scan(script.slice(from, at + 1));
    if (!scanned.ok) continue;
    const { ended, rest } = groupTokens(scanned.value);
    if (rest.length > 0) continue;
    statements.push(...ended.flatMap((tokens) => statementOf(script, tokens, from)));
    from = at + 1;
  }
  const broken = script.slice(from).trim();
  const start = script.indexOf(broken, from);
  return [...statements, { sql: broken, start, end: start + broken.length }];
}

interface TokenGroups {
  /** The tokens of each statement that a semicolon ended, the semicolon left out. */
  readonly ended: readonly (readonly SqlToken[])[];
  /** The tokens after the last such semicolon. */
  readonly rest: readonly SqlToken[];
}

function groupTokens(tokens: readonly SqlToken[]): TokenGroups {
  const ended: SqlToken[][] = [];
  let current: SqlToken[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === ';' && depth === 0) {
      ended.push(current);
      current = [];
      continue;
    }
    if (isWord(token)) depth = Math.max(0, depth + depthChange(token, current, depth));
    current.push(token);
  }
  return { ended, rest: current };
}

/** How a token nests what follows it. `before` holds the tokens of its statement so far. */
function depthChange(token: SqlToken, before: readonly SqlToken[], depth: number): number {
  switch (token.text) {
    case '(':
      return 1;
    case ')':
      return -1;
    case 'atomic':
      return before.find(isWord)?.text === 'create' && before.findLast(isWord)?.text === 'begin' ? 1 : 0;
    case 'case':
      return depth > 0 && !namesColumn(before) ? 1 : 0;
    case 'end':
      return depth > 0 && !namesColumn(before) ? -1 : 0;
    default:
      return 0;
  }
}

/** After AS or a dot, CASE and END are names of columns. */
function namesColumn(before: readonly SqlToken[]): boolean {
  const previous = before.findLast(isWord)?.text;
  return previous === 'as' || previous === '.';
}

function isWord(token: SqlToken): boolean {
  return token.kind !== 'comment';
}

/** The statement that a group of tokens makes, if it holds more than comments. `offset` is where scanning began. */
function statementOf(script: string, tokens: readonly SqlToken[], offset: number): readonly Statement[] {
  const words = tokens.filter(isWord);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = offset + first.start;
  const end = offset + last.end;
  return [{ sql: script.slice(start, end), start, end }];
}
