import type { Catalog } from '#core/catalog/catalog.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { ranks, type Finding } from './finding.ts';
import type { Answer } from './rule.ts';
import { rules } from './rules.ts';
import { reviewedTables } from './subject.ts';

/**
 * A review of a design: rules over the catalog, each of which may ask the rows before it says something.
 *
 * It leaves out what only the business knows: whether a table is missing, or a name is right. What it says must hold; where
 * it cannot tell, it says nothing.
 */
export interface Review {
  /** Worst first; of the same rank in the order of the tables. */
  readonly findings: readonly Finding[];
  /** How many tables and columns were looked at. */
  readonly tables: number;
  readonly columns: number;
  /** How many questions the rows were asked, and how many of them could not be answered. */
  readonly asked: number;
  readonly unanswered: number;
}

/** Runs a script as a question: nothing of it remains. Null when there is nobody to ask any more. */
export type Ask = (sql: string) => Promise<RunOutcome | null>;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** So many questions are asked at once: each time the database is put back as a whole. */
const batchSize = 25;

/** Why a review came to no end: it was stopped, or the database was lost, or is another one. */
export type ReviewFailure = SqlFailure | { readonly kind: 'gone' };

/** Reviews a design. What a question fails with is no finding; stopping one stops the review. */
export async function reviewSchema(
  catalog: Catalog,
  ask: Ask,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Result<Review, ReviewFailure>> {
  const suspicions = rules.flatMap((rule) => rule.suspect(catalog));
  const questions = [...new Set(suspicions.flatMap((suspicion) => suspicion.questions))];
  const answers = await askAll(questions, ask, onProgress);
  if (!answers.ok) return answers;
  const findings = suspicions.flatMap((suspicion) =>
    suspicion.judge(suspicion.questions.map((question) => answers.value.get(question) ?? null)),
  );
  const tables = reviewedTables(catalog);
  return ok({
    findings: inOrder(findings, catalog),
    tables: tables.length,
    columns: tables.reduce((sum, { columns }) => sum + columns.length, 0),
    asked: questions.length,
    unanswered: questions.filter((question) => answers.value.get(question) == null).length,
  });
}

async function askAll(
  questions: readonly string[],
  ask: Ask,
  onProgress: (progress: Progress) => void,
): Promise<Result<ReadonlyMap<string, Answer>, ReviewFailure>> {
  const answers = new Map<string, Answer>();
  let at = 0;
  while (at < questions.length) {
    onProgress({ done: at, total: questions.length });
    const batch = questions.slice(at, at + batchSize);
    const outcome = await ask(batch.map((question) => `${question};`).join('\n'));
    if (outcome === null) return err({ kind: 'gone' });
    const { reached, interruption } = readAnswers(outcome);
    if (interruption !== null) return err(interruption);
    // One that fails takes the rest of the batch with it, which is asked again without it.
    for (const [place, answer] of reached.entries()) answers.set(batch[place] ?? '', answer);
    at += Math.max(1, reached.length);
  }
  onProgress({ done: questions.length, total: questions.length });
  return ok(answers);
}

function readAnswers({ statements }: RunOutcome): {
  readonly reached: readonly Answer[];
  readonly interruption: SqlFailure | null;
} {
  const reached: Answer[] = [];
  for (const statement of statements) {
    if (statement.kind === 'skipped') break;
    if (statement.kind === 'done') reached.push(statement.result);
    else if (isInterruption(statement.failure)) return { reached, interruption: statement.failure };
    else reached.push(null);
  }
  return { reached, interruption: null };
}

/** A question that took too long is one that was not answered; all else ends the review. */
function isInterruption(failure: SqlFailure): boolean {
  if (failure.kind === 'stopped') return failure.limitMs === undefined;
  return failure.kind === 'engine-lost';
}

function inOrder(findings: readonly Finding[], catalog: Catalog): readonly Finding[] {
  const places = new Map(catalog.tables.map((table, place) => [objectKey(table), place]));
  const placeOf = ({ rank, table }: Finding): number =>
    ranks.indexOf(rank) * (catalog.tables.length + 1) + (places.get(objectKey(table)) ?? 0);
  return findings.toSorted((one, other) => placeOf(one) - placeOf(other));
}
