import type { StatementFailure, StatementOutcome } from '#core/engine/outcome.ts';
import { commandWords, reasonToPassOver } from '#core/sql/passed-over.ts';
import { readPsqlScript, type CopyRows, type PsqlPiece } from '#core/sql/psql-script.ts';
import type { Statement } from '#core/sql/split-statements.ts';
import { affectedRows, parseCommandTag } from './protocol/command-tag.ts';
import { newReplyRoom, type ReplyRoom } from './protocol/reply-room.ts';
import { runStatement, statementFailure, walBytesOfStatements, type ScriptServices } from './run-script.ts';

/** Runs the pieces of a script that psql would read, one by one, and stops at the first that fails. */
export async function runPsqlScript(services: ScriptServices, script: string): Promise<readonly StatementOutcome[]> {
  const pieces = [...readPsqlScript(script, services.scanner)].filter(isSaid);
  const spans = pieces.map((piece) => spanOf(piece, script));
  services.progress.onSplit(spans);
  const room = newReplyRoom();
  const outcomes: StatementOutcome[] = [];
  let hasFailed = false;
  for (const [index, piece] of pieces.entries()) {
    const span = spans[index] ?? spanOf(piece, script);
    const outcome: StatementOutcome = hasFailed
      ? { ...span, kind: 'skipped' }
      : await runPiece(services, { piece, span, script, room });
    hasFailed ||= outcome.kind === 'failed';
    outcomes.push(outcome);
    if (outcome.kind === 'done') await services.postgres.checkpointBeyond(walBytesOfStatements);
    services.progress.onOutcome(outcome, services.takesChanges ? services.postgres.takeChanges() : null);
  }
  return outcomes;
}

function isSaid(piece: PsqlPiece): boolean {
  return piece.kind !== 'meta-command' || commandWords(piece.name) !== null;
}

function spanOf(piece: PsqlPiece, script: string): Statement {
  if (piece.kind !== 'meta-command') return piece.statement;
  const end = script.indexOf('\n', piece.start);
  const sql = script.slice(piece.start, end < 0 ? script.length : end).trimEnd();
  return { sql, start: piece.start, end: piece.start + sql.length };
}

interface Piece {
  readonly piece: PsqlPiece;
  readonly span: Statement;
  readonly script: string;
  readonly room: ReplyRoom;
}

/** What PostgreSQL says where the files of an extension are not there. */
const notAvailable = /^extension "(.*)" is not available$/;

async function runPiece(services: ScriptServices, { piece, span, script, room }: Piece): Promise<StatementOutcome> {
  if (piece.kind === 'meta-command') {
    return { ...span, kind: 'skipped', reason: commandWords(piece.name) ?? '' };
  }
  if (piece.kind === 'copy') return copyRows(services, span, piece.rows, script);
  const reason = reasonToPassOver(span.sql);
  if (reason !== null) return { ...span, kind: 'skipped', reason };
  const outcome = await runStatement(services, span, room);
  if (outcome.kind === 'failed' && outcome.failure.kind === 'statement' && services.postgres.transaction === 'idle') {
    const missing = notAvailable.exec(outcome.failure.message)?.[1];
    if (missing !== undefined)
      return { ...span, kind: 'skipped', reason: `the extension ${missing} is not shipped with this page` };
  }
  return outcome;
}

async function copyRows(
  { postgres }: ScriptServices,
  span: Statement,
  rows: CopyRows | null,
  script: string,
): Promise<StatementOutcome> {
  const started = performance.now();
  const failed = (failure: StatementFailure): StatementOutcome => {
    return { ...span, kind: 'failed', failure, notices: [], durationMs: performance.now() - started };
  };
  if (rows === null) {
    const message = 'the rows of this COPY have no end: a line \\. is missing';
    return failed({ kind: 'statement', sqlState: '22P04', message, position: span.start });
  }
  const answer = await postgres.copyIn(span.sql, rows.text);
  const durationMs = performance.now() - started;
  if (!answer.ok) {
    return { ...span, kind: 'failed', failure: { kind: 'engine-lost', ...answer.error }, notices: [], durationMs };
  }
  const { ending, notices } = answer.value;
  if (ending.kind === 'error') {
    const failure = statementFailure(ending.error, span);
    const line = /^COPY .*, line (\d+)/.exec(ending.context ?? '')?.[1];
    return failed(
      line === undefined ? failure : { ...failure, position: offsetOfLine(script, rows.start, Number(line)) },
    );
  }
  const command = parseCommandTag(ending.kind === 'complete' ? ending.commandTag : 'COPY 0');
  return {
    ...span,
    kind: 'done',
    command: command.name,
    result: null,
    affectedRows: affectedRows(command, false),
    notices,
    durationMs,
  };
}

/** The offset at which the given line begins, counted from 1 at `from`. */
export function offsetOfLine(script: string, from: number, line: number): number {
  let at = from;
  for (let passed = 1; passed < line; passed += 1) at = script.indexOf('\n', at) + 1;
  return at;
}
