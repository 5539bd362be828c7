import { readPsqlScript, type PsqlPiece } from '#core/sql/psql-script.ts';
import type { SqlScanner } from '#core/sql/sql-scanner.ts';
import { lineAtOffset } from '#core/sql/text-offsets.ts';
import type { Statement } from '#core/sql/split-statements.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { Loss, Postgres } from '#engine/postgres.ts';
import type { Reply } from '#engine/protocol/reply.ts';
import { offsetOfLine } from '#engine/run-psql-script.ts';
import { statementFailure } from '#engine/run-script.ts';

/** Why a script cannot be loaded, and where. */
interface Refusal {
  readonly message: string;
  readonly position: number;
}

/** Written by pg_dump to keep psql from running commands that stand in the data; here none is run at all. */
const guards = new Set(['restrict', 'unrestrict']);

/** What makes a loaded database behave like one that has been there for a while: PostgreSQL knows its rows. */
const settle = ['set session authorization postgres', 'reset role', 'reset all', 'vacuum (analyze)', 'checkpoint'];

/**
 * Runs a script that pg_dump or a person wrote, rows after COPY included, and stops at the first failure: what the
 * server holds then is good for nothing. The failure is a sentence for the reader that names the line.
 */
export async function loadSql(
  postgres: Postgres,
  file: Uint8Array<ArrayBuffer>,
  scanner: SqlScanner,
): Promise<Result<void, string>> {
  const script = readScript(file);
  if (!script.ok) return script;
  for (const piece of readPsqlScript(script.value, scanner)) {
    const refusal = await runPiece(postgres, piece, script.value);
    if (refusal !== null) {
      return err(`Line ${lineAtOffset(script.value, refusal.position)} of the file: ${refusal.message}.`);
    }
  }
  if (postgres.transaction !== 'idle') {
    return err('The file begins a transaction and does not end it: put COMMIT; at its end.');
  }
  for (const statement of settle) await postgres.query(statement);
  return ok(undefined);
}

/** How pg_dump's own formats begin, which only pg_restore can read. */
const customFormat = 'PGDMP';

function readScript(file: Uint8Array<ArrayBuffer>): Result<string, string> {
  try {
    const script = new TextDecoder('utf-8', { fatal: true }).decode(file);
    if (!script.startsWith(customFormat)) return ok(script);
    return err('The file is in a format of pg_dump that only pg_restore can read: dump it as plain SQL, with -Fp.');
  } catch {
    return err('The file is not text in UTF-8, so it cannot be a script of SQL.');
  }
}

async function runPiece(postgres: Postgres, piece: PsqlPiece, script: string): Promise<Refusal | null> {
  switch (piece.kind) {
    case 'meta-command':
      return guards.has(piece.name) ? null : { message: commandWords(piece.name), position: piece.start };
    case 'statement':
      return refusalOf(await postgres.query(piece.statement.sql), piece.statement, () => null);
    case 'copy': {
      const { statement, rows } = piece;
      if (rows === null) {
        return { message: 'the rows of this COPY have no end: a line `\\.` is missing', position: statement.start };
      }
      return refusalOf(await postgres.copyIn(statement.sql, rows.text), statement, (context) => {
        const line = /^COPY .*, line (\d+)/.exec(context)?.[1];
        return line === undefined ? null : offsetOfLine(script, rows.start, Number(line));
      });
    }
  }
}

function commandWords(name: string): string {
  if (name === 'connect' || name === 'c') {
    return `\\${name} changes to another database, and there is only this one here: remove the line`;
  }
  return `\\${name} is a command of psql, not SQL: remove it`;
}

/** `positionOf` may know more of where it was from the server's context. */
function refusalOf(
  answer: Result<Reply, Loss>,
  statement: Statement,
  positionOf: (context: string) => number | null,
): Refusal | null {
  if (!answer.ok) {
    return { message: `PostgreSQL does not survive this, it says: ${answer.error.reason}`, position: statement.start };
  }
  const { ending } = answer.value;
  if (ending.kind !== 'error') return null;
  const { message, detail, sqlState, position } = statementFailure(ending.error, statement);
  return {
    message: `${message}${detail === undefined ? '' : ` (${detail})`}, ${sqlState}`,
    position: positionOf(ending.context ?? '') ?? position ?? statement.start,
  };
}
