import type { RunOutcome } from '#core/engine/outcome.ts';

/**
 * What a run that failed has left behind, in a sentence; null where there is nothing to tell: nothing failed, the
 * learner took it back in the same run, or it was stopped, of which there is a sentence for all.
 */
export function keptText({ statements, transaction }: RunOutcome): string | null {
  const failed = statements.findIndex(({ kind }) => kind === 'failed');
  const failure = statements[failed];
  if (failure?.kind !== 'failed' || failure.failure.kind !== 'statement') return null;

  const commands = statements.slice(0, failed).map((statement) => (statement.kind === 'done' ? statement.command : ''));
  if (transaction !== 'idle' || isWithinTransaction(commands)) return keptOutside(commands);
  if (commands.includes('ROLLBACK')) return null;
  return commands.length === 0 ? 'Nothing was changed.' : `${keptNumbers(commands.length)} kept.`;
}

/** Its end failed, or it was taken back for the learner. */
function isWithinTransaction(commands: readonly string[]): boolean {
  const last = commands.findLast((command) => /^(?:BEGIN|START TRANSACTION|COMMIT|ROLLBACK)$/.test(command));
  return last === 'BEGIN' || last === 'START TRANSACTION';
}

/** The run failed inside a transaction: only what stood before its BEGIN is there to stay. */
function keptOutside(commands: readonly string[]): string {
  const begin = commands.findLastIndex((command) => command === 'BEGIN' || command === 'START TRANSACTION');
  if (begin <= 0) return 'Nothing of this run is kept: the transaction takes it along.';
  return `${keptNumbers(begin)} kept; what came after BEGIN is not.`;
}

function keptNumbers(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return count === 1 ? 'Statement 1 is' : `Statements ${listNumbers(numbers)} are`;
}

/** Which statements were not sent, in a sentence; null when all were. */
export function skippedText({ statements }: RunOutcome): string | null {
  const numbers = statements.flatMap(({ kind }, index) => (kind === 'skipped' ? [index + 1] : []));
  if (numbers.length === 0) return null;
  return numbers.length === 1
    ? `Statement ${numbers[0]} was not run.`
    : `Statements ${listNumbers(numbers)} were not run.`;
}

/** Neighbours that follow each other: `1 and 2`, `1 to 5`. */
function listNumbers(numbers: readonly number[]): string {
  const word = numbers.length === 2 ? 'and' : 'to';
  return `${numbers.at(0)} ${word} ${numbers.at(-1)}`;
}
