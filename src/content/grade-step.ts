import type { RunOutcome } from '#core/engine/outcome.ts';
import type { Check, CheckContext, Verdict } from './checks/check-kind.ts';
import { describeFailure, failedVerdict } from './checks/failure-words.ts';
import { kindOf } from './checks/registry.ts';
import { areGoalsReached, inAuthorsWords } from './grade-labs.ts';
import { failedStatement } from './checks/run-answers.ts';
import type { Step } from './lesson.ts';
import { shortSql } from './words.ts';

export type GradingContext = Omit<CheckContext, 'now' | 'solution'>;

export interface GradedStep {
  /** All of the step's checks hold, and its labs have come to their goals. */
  readonly passed: boolean;
  /** Why the answer could not be judged at all, or null: it stopped at a statement, or left a transaction open. */
  readonly obstacle: Verdict | null;
  /** One per check, in the step's order; none where there is an obstacle. */
  readonly verdicts: readonly Verdict[];
}

/** One verdict on the way; `check` is null where it is why the answer cannot be judged at all. */
export interface Judgement {
  readonly check: Check | null;
  readonly verdict: Verdict;
}

/**
 * Judges the database as the learner's answer left it. Nothing of this is to be seen in it afterwards: every check asks
 * by probes, or on a copy of the state.
 */
export async function gradeStep(step: Step, context: GradingContext): Promise<GradedStep> {
  const verdicts: Verdict[] = [];
  for await (const { check, verdict } of judgeStep(step, context)) {
    if (check === null) return { passed: false, obstacle: verdict, verdicts: [] };
    verdicts.push(verdict);
  }
  const passed = verdicts.every(({ ok }) => ok) && areGoalsReached(step, context.labs);
  return { passed, obstacle: null, verdicts };
}

/** The same, one verdict at a time, for who has seen enough before the last. */
export async function* judgeStep(step: Step, context: GradingContext): AsyncGenerator<Judgement> {
  const obstacle = context.answer === null ? null : findObstacle(context.answer);
  if (obstacle !== null) return yield { check: null, verdict: obstacle };
  const catalog = await context.engine.catalog();
  if (!catalog.ok) {
    const message = `Your tables could not be read: ${describeFailure(catalog.error)}.`;
    return yield { check: null, verdict: failedVerdict(message, catalog.error) };
  }
  const checkContext = { ...context, now: catalog.value, solution: step.solution?.sql ?? '' };
  for (const check of step.checks) yield { check, verdict: await gradeCheck(check, checkContext) };
}

async function gradeCheck(check: Check, context: CheckContext): Promise<Verdict> {
  return inAuthorsWords(await kindOf(check).grade(check.params, context), check.says);
}

function findObstacle(answer: RunOutcome): Verdict | null {
  const failed = failedStatement(answer);
  if (failed !== null) {
    const message = `${shortSql(failed.sql)} fails: ${describeFailure(failed.failure)}.`;
    return failedVerdict(answer.transaction === 'failed' ? `${message} ${failedTransaction}` : message, failed.failure);
  }
  if (answer.transaction === 'idle') return null;
  return { ok: false, message: answer.transaction === 'failed' ? failedTransaction : openTransaction };
}

const openTransaction =
  'Your answer leaves a transaction open. What it did since `begin` is kept only when `commit` ends it; `rollback` gives it up.';

const failedTransaction =
  'The transaction it stands in has failed. PostgreSQL refuses everything in it until `rollback` gives it up.';
