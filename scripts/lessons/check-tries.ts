import { describeFailure, describeState } from '#content/checks/failure-words.ts';
import { failedStatement } from '#content/checks/run-answers.ts';
import type { Section, TryBlock } from '#content/lesson.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { LessonRun } from './lesson-run.ts';

/** Runs a section's tries in order on a copy of its opening state. False, after a report, where one surprises. */
export async function checkTries(run: LessonRun, { blocks }: Section, opening: SnapshotId): Promise<boolean> {
  const tries = blocks.filter((block) => block.kind === 'try');
  await run.putBack(opening);
  let areAsMeant = true;
  for (const block of tries) areAsMeant = (await checkTry(run, block)) && areAsMeant;
  return areAsMeant;
}

async function checkTry(run: LessonRun, block: TryBlock): Promise<boolean> {
  const { fails, place } = block;
  if (fails === null) {
    const failed = failedStatement(await run.run(block, 'This try'));
    if (failed !== null) {
      const state = failed.failure.kind === 'statement' ? failed.failure.sqlState : '…';
      run.report(place, `This try fails: ${describeFailure(failed.failure)}. If it is meant to, say \`fails="${state}"\`.`);
    }
    return failed === null;
  }
  const failed = failedStatement(await run.run(block, 'This try'));
  const isAsMeant = failed?.failure.kind === 'statement' && failed.failure.sqlState === fails;
  if (isAsMeant) return true;
  const found = failed === null ? 'it went through' : `found ${describeFailure(failed.failure)}`;
  run.report(place, `This try is meant to fail with ${describeState(fails)}; ${found}.`);
  return false;
}
