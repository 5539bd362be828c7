import type { DirectoryChanges } from '#core/engine/directory-state.ts';
import type { Notice, ResultSet, StatementFailure, StatementOutcome } from '#core/engine/outcome.ts';
import { splitStatements, type Statement } from '#core/sql/split-statements.ts';
import type { SqlScanner } from '#core/sql/sql-scanner.ts';
import { utf16OffsetOfCodePoint } from '#core/sql/text-offsets.ts';
import { nameColumns } from './name-columns.ts';
import type { Postgres } from './postgres.ts';
import { affectedRows, parseCommandTag } from './protocol/command-tag.ts';
import type { Reply, ServerError } from './protocol/reply.ts';
import { newReplyRoom, type ReplyRoom } from './protocol/reply-room.ts';

/** What running a script needs besides the script. */
export interface ScriptServices {
  readonly postgres: Postgres;
  readonly scanner: SqlScanner;
  readonly rowLimit: number;
  readonly progress: RunProgress;
  /** False for a run that will be taken back as a whole: what it does to the files is nobody's business. */
  readonly takesChanges: boolean;
  /** Hears each notice while its statement runs. */
  readonly onNotice: (notice: Notice) => void;
}

/** Hears how a run goes while it goes, so that what was done is known even if the rest never ends. */
export interface RunProgress {
  onSplit(statements: readonly Statement[]): void;
  /** `changes`: what the statement has done to the files. Whoever hears of one has heard of the other. */
  onOutcome(outcome: StatementOutcome, changes: DirectoryChanges | null): void;
}

/** A statement that writes more than this is followed by a checkpoint: what it changed is then copied once, not twice. */
export const walBytesOfStatements = 16 * 1024 * 1024;

/** Runs the statements of a script one by one, and stops at the first that fails. */
export async function runScript(services: ScriptServices, script: string): Promise<readonly StatementOutcome[]> {
  const outcomes: StatementOutcome[] = [];
  const statements = splitStatements(script, services.scanner);
  services.progress.onSplit(statements);
  const room = newReplyRoom();
  for (const statement of statements) {
    const isReached = outcomes.at(-1)?.kind !== 'failed' && outcomes.at(-1)?.kind !== 'skipped';
    const outcome = isReached ? await runStatement(services, statement, room) : skipped(statement);
    outcomes.push(outcome);
    if (isReached) await services.postgres.checkpointBeyond(walBytesOfStatements);
    services.progress.onOutcome(outcome, services.takesChanges ? services.postgres.takeChanges() : null);
  }
  return outcomes;
}

function skipped(statement: Statement): StatementOutcome {
  return { ...statement, kind: 'skipped' };
}

/** Runs one statement, and tells what came of it. */
export async function runStatement(
  services: ScriptServices,
  statement: Statement,
  room: ReplyRoom,
): Promise<StatementOutcome> {
  const { postgres, rowLimit, onNotice } = services;
  const started = performance.now();
  const answer = await postgres.query(statement.sql, { rowLimit, onNotice, room });
  const durationMs = performance.now() - started;
  if (!answer.ok) {
    return { ...statement, kind: 'failed', failure: { kind: 'engine-lost', ...answer.error }, notices: [], durationMs };
  }
  const { ending, notices } = answer.value;
  switch (ending.kind) {
    case 'error':
      return { ...statement, kind: 'failed', failure: statementFailure(ending.error, statement), notices, durationMs };
    case 'empty':
      return { ...statement, kind: 'done', command: '', result: null, affectedRows: null, notices, durationMs };
    case 'complete': {
      const command = parseCommandTag(ending.commandTag);
      const result = await resultSet(postgres, answer.value);
      return {
        ...statement,
        kind: 'done',
        command: command.name,
        result,
        affectedRows: affectedRows(command, result !== null),
        notices,
        durationMs,
      };
    }
  }
}

async function resultSet(postgres: Postgres, reply: Reply): Promise<ResultSet | null> {
  if (reply.fields === null) return null;
  const columns = await nameColumns(postgres, reply.fields);
  return { columns, rows: reply.rows, rowCount: reply.rowCount };
}

/** The server's complaint about one statement, its position moved to UTF-16 offsets of the whole script. */
export function statementFailure(error: ServerError, statement: Statement): StatementFailure {
  const { codePointPosition, ...fields } = error;
  if (codePointPosition === undefined) return { kind: 'statement', ...fields };
  const position = statement.start + utf16OffsetOfCodePoint(statement.sql, codePointPosition - 1);
  return { kind: 'statement', ...fields, position };
}
