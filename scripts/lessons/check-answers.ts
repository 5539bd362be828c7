import { judgeStep } from '#content/grade-step.ts';
import type { LabFigures } from '#content/grade-labs.ts';
import type { Place, SqlBlock, Step, WrongAnswer } from '#content/lesson.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome } from '#core/engine/outcome.ts';
import { nothingToDo } from './check-labs.ts';
import type { KeptState, LessonRun } from './lesson-run.ts';

/** The state in which a step stands open, and what its labs measure while it is answered. */
export interface OpenedStep {
  readonly before: KeptState;
  readonly labs: LabFigures;
}

/** Before the learner has answered, with nothing run or with the starter as it stands, some check must fail. */
export async function checkStart(run: LessonRun, step: Step, opened: OpenedStep): Promise<boolean> {
  await run.putBack(opened.before.snapshot);
  if (await holds(run, step, opened, null)) {
    run.report(step.place, nothingToDo);
    return false;
  }
  if (step.starter === null) return true;
  await run.putBack(opened.before.snapshot);
  if (!(await holds(run, step, opened, await run.run(step.starter, 'The starter')))) return true;
  run.report(
    step.starter.place,
    'The starter already passes every check: take the answer out of it, or add a check that it fails.',
  );
  return false;
}

async function holds(run: LessonRun, step: Step, opened: OpenedStep, answer: RunOutcome | null): Promise<boolean> {
  for await (const { verdict } of judgeStep(step, { ...opened, engine: run.engine, answer })) {
    if (!verdict.ok) return false;
  }
  return true;
}

export interface RightAnswer {
  readonly block: SqlBlock;
  /** How a problem calls it: "The solution". */
  readonly name: string;
  /** Where a problem is reported, if not in the answer itself. */
  readonly blame?: Place;
}

export interface RightOutcome {
  readonly passed: boolean;
  /** The state after it, or null where it did not go through. */
  readonly end: SnapshotId | null;
}

/** An answer that must pass, to a step that stands open. Every check that it fails is reported. */
export async function checkRight(
  run: LessonRun,
  step: Step,
  opened: OpenedStep,
  { block, name, blame }: RightAnswer,
): Promise<RightOutcome> {
  const outcome = await run.runThrough(block, name, blame);
  if (outcome === null) return { passed: false, end: null };
  const end = await run.keepSnapshot();
  let passed = true;
  for await (const { check, verdict } of judgeStep(step, { ...opened, engine: run.engine, answer: outcome })) {
    if (verdict.ok) continue;
    const failure = check === null ? 'cannot be judged' : `does not pass the check \`${check.id}\``;
    run.report(blame ?? block.place, `${name} ${failure}: ${verdict.message}`);
    passed = false;
  }
  return { passed, end };
}

/** An answer that must fail, with its words. */
export async function checkWrong(run: LessonRun, step: Step, opened: OpenedStep, wrong: WrongAnswer): Promise<boolean> {
  await run.putBack(opened.before.snapshot);
  const answer = await run.run(wrong, 'This wrong answer');
  const messages: string[] = [];
  for await (const { verdict } of judgeStep(step, { ...opened, engine: run.engine, answer })) {
    if (verdict.ok) continue;
    if (wrong.says === null || spoken(verdict.message).includes(spoken(wrong.says))) return true;
    messages.push(verdict.message);
  }
  run.report(
    wrong.place,
    messages.length === 0
      ? 'This wrong answer passes every check: add a check that refuses it.'
      : `This wrong answer fails, but no message says "${wrong.says}". What is said: ${messages.join(' · ')}`,
  );
  return false;
}

/** What a reader hears: an opening fence cannot hold the backticks that a message has, and no one counts its spaces. */
function spoken(text: string): string {
  return text.replaceAll('`', '').replaceAll(/\s+/g, ' ').toLowerCase();
}
