import { splitEnded, splitStatements, type Statement } from './split-statements.ts';
import type { SqlScanner } from './sql-scanner.ts';

/**
 * A script as psql would read it: SQL with psql's own commands between the statements, and with the rows of
 * COPY … FROM stdin standing in the lines after it. That is what pg_dump writes.
 */
export type PsqlPiece =
  | { readonly kind: 'statement'; readonly statement: Statement }
  /** The rows are what stands before the line `\.`; null where that line is missing. */
  | { readonly kind: 'copy'; readonly statement: Statement; readonly rows: CopyRows | null }
  /** `name` is without its backslash. */
  | { readonly kind: 'meta-command'; readonly name: string; readonly start: number };

export interface CopyRows {
  readonly text: string;
  readonly start: number;
}

/** How much is given to the lexer at a time, in UTF-16 units: its answer is many times as large. */
const batchLength = 64 * 1024;

const copyFromStdin = /^copy\s(?!\s*\().*\sfrom\s+stdin\b/is;
/** The same of a statement whose beginning has not been found yet. */
const copyFromStdinEnd = /\sfrom\s+stdin\b[^;]*;$/i;
const copyEndLength = 400;

/**
 * Reads a script piece by piece, without holding more than a batch of it as tokens.
 *
 * Where a line ends with a semicolon or begins with a backslash, a statement may have ended, unless that is inside of a
 * quotation: the lexer decides. It cannot go on by itself, since rows and psql's commands are none of its language.
 */
export function* readPsqlScript(script: string, scanner: SqlScanner): Generator<PsqlPiece> {
  const boundary = /;[^\S\n]*(?:--[^\n]*)?$|^[^\S\n]*\\/gm;
  let from = 0;
  let wanted = batchLength;
  for (let match = boundary.exec(script); match !== null; match = boundary.exec(script)) {
    const isCommand = match[0].endsWith('\\');
    const end = isCommand ? match.index : match.index + 1;
    const mayBeCopy = !isCommand && copyFromStdinEnd.test(script.slice(Math.max(from, end - copyEndLength), end));
    if (!isCommand && !mayBeCopy && end - from < wanted) continue;

    const statements = splitEnded(script.slice(from, end), scanner);
    if (statements === null) {
      // Inside of a long quotation each line would be tried anew, from the beginning.
      wanted = Math.max(wanted, 2 * (end - from));
      continue;
    }
    const moved = statements.map((statement) => movedBy(statement, from));
    const last = moved.at(-1);
    from = end;
    wanted = batchLength;
    if (isCommand) {
      yield* moved.map((statement) => ({ kind: 'statement' as const, statement }));
      const command = readCommand(script, end);
      yield command.piece;
      from = command.end;
    } else if (last !== undefined && copyFromStdin.test(last.sql)) {
      yield* moved.slice(0, -1).map((statement) => ({ kind: 'statement' as const, statement }));
      const copy = readRows(script, end);
      yield { kind: 'copy', statement: last, rows: copy?.rows ?? null };
      from = copy?.end ?? script.length;
    } else {
      yield* moved.map((statement) => ({ kind: 'statement' as const, statement }));
    }
    boundary.lastIndex = from;
  }
  for (const statement of splitStatements(script.slice(from), scanner)) {
    yield { kind: 'statement', statement: movedBy(statement, from) };
  }
}

function movedBy({ sql, start, end }: Statement, offset: number): Statement {
  return { sql, start: start + offset, end: end + offset };
}

/** The command whose line begins at `lineStart`; the rest of that line belongs to it. */
function readCommand(script: string, lineStart: number): { readonly piece: PsqlPiece; readonly end: number } {
  const line = /.*/y;
  line.lastIndex = lineStart;
  const [text = ''] = line.exec(script) ?? [];
  const [, space = '', name = ''] = /^(\s*)\\(\S*)/.exec(text) ?? [];
  return { piece: { kind: 'meta-command', name, start: lineStart + space.length }, end: lineStart + text.length };
}

/** The rows after a COPY whose semicolon stands before `copyEnd`; they begin with the next line. */
function readRows(script: string, copyEnd: number): { readonly rows: CopyRows; readonly end: number } | null {
  const lineEnd = script.indexOf('\n', copyEnd);
  if (lineEnd < 0) return null;
  const start = lineEnd + 1;
  const endMark = /^\\\.\r?$/gm;
  endMark.lastIndex = start;
  const mark = endMark.exec(script);
  if (mark === null) return null;
  return { rows: { text: script.slice(start, mark.index), start }, end: mark.index + mark[0].length };
}
