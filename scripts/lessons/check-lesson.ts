import type { LessonBundle, SqlBlock, Step } from '#content/lesson.ts';
import { scriptsBeforeLesson, setupScripts } from '#content/opening-scripts.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { checkRight, checkStart, checkWrong } from './check-answers.ts';
import { checkTries } from './check-tries.ts';
import type { GateObserver } from './gate-observer.ts';
import { LessonRun, type KeptState, type LessonToCheck } from './lesson-run.ts';

/**
 * Proves on a real database that a lesson keeps its promises: its setup runs, solutions and right answers pass, starters
 * and wrong answers fail, tries do what is said of them. `pristine` is the empty database.
 */
export async function checkLesson(
  engine: Engine,
  pristine: SnapshotId,
  lesson: LessonToCheck,
  observer: GateObserver,
): Promise<void> {
  const run = new LessonRun(engine, lesson, observer);
  await run.putBack(pristine);
  await checkSections(run, lesson.bundle, observer);
  run.forgetStates();
}

async function checkSections(run: LessonRun, bundle: LessonBundle, observer: GateObserver): Promise<void> {
  const { lesson } = bundle;
  if (!(await run.prepare(scriptsBeforeLesson(bundle)))) return;
  const { snapshot } = await run.keep();
  await checkTries(run, lesson.introduction, snapshot);
  let start = snapshot;
  let detours: readonly Detour[] = [];
  for (const [index, step] of lesson.steps.entries()) {
    await run.putBack(start);
    if (!(await run.prepare(setupScripts(lesson, step)))) return;
    const checked = await checkStep(run, step, await run.keep());
    const followsAll = await checkAfterDetours(run, step, detours);
    if (checked.passed && followsAll) observer.proved(index);
    // Without the state after this solution there is none in which to check the steps behind it.
    if (checked.end === null) return;
    start = checked.end;
    detours = checked.detours;
  }
}

/** The state after another right answer than the solution: a learner comes into the next step from there. */
interface Detour {
  readonly right: SqlBlock;
  readonly end: SnapshotId;
}

interface CheckedStep {
  readonly passed: boolean;
  /** The state after the solution, or null where it did not go through. */
  readonly end: SnapshotId | null;
  readonly detours: readonly Detour[];
}

async function checkStep(run: LessonRun, step: Step, opening: KeptState): Promise<CheckedStep> {
  const isAsMeant = [await checkTries(run, step, opening.snapshot)];
  if (step.checks.length > 0) isAsMeant.push(await checkStart(run, step, opening));
  let end: SnapshotId | null = opening.snapshot;
  if (step.solution !== null) {
    await run.putBack(opening.snapshot);
    const solved = await checkRight(run, step, opening, { block: step.solution, name: 'The solution' });
    isAsMeant.push(solved.passed);
    end = solved.end;
  }
  const detours: Detour[] = [];
  for (const right of step.rights) {
    await run.putBack(opening.snapshot);
    const answered = await checkRight(run, step, opening, { block: right, name: 'This right answer' });
    isAsMeant.push(answered.passed);
    if (answered.end !== null) detours.push({ right, end: answered.end });
  }
  for (const wrong of step.wrongs) isAsMeant.push(await checkWrong(run, step, opening, wrong));
  return { passed: isAsMeant.every(Boolean), end, detours };
}

/** Whether a step's solution also passes after each `right` of the step before. */
async function checkAfterDetours(run: LessonRun, step: Step, detours: readonly Detour[]): Promise<boolean> {
  let passed = true;
  for (const { right, end } of detours) {
    await run.putBack(end);
    passed = (await canFollow(run, step, right)) && passed;
  }
  return passed;
}

async function canFollow(run: LessonRun, step: Step, right: SqlBlock): Promise<boolean> {
  const after = 'After this right answer the';
  for (const setup of step.setup) {
    if ((await run.runThrough(setup, `${after} setup of "${step.title}"`, right.place)) === null) return false;
  }
  if (step.solution === null) return true;
  const answer = { block: step.solution, name: `${after} solution of "${step.title}"`, blame: right.place };
  const { passed } = await checkRight(run, step, await run.keep(), answer);
  return passed;
}
