import { isJudgedByLabs, labsOf, type LabFigures } from '#content/grade-labs.ts';
import type { LabKind } from '#content/labs/lab-kind.ts';
import type { LessonBundle, SqlBlock, Step } from '#content/lesson.ts';
import { needsDatabase } from '#content/needs-database.ts';
import { scriptsBeforeLesson, setupScripts } from '#content/opening-scripts.ts';
import type { Engine, SnapshotId } from '#core/engine/engine.ts';
import { checkRight, checkStart, checkWrong } from './check-answers.ts';
import { checkMetrics, checkTableLabs, measureLabs, type MeasuredLabs } from './check-labs.ts';
import { checkTries } from './check-tries.ts';
import type { GateObserver } from './gate-observer.ts';
import { LessonRun, type KeptState, type LessonToCheck } from './lesson-run.ts';
import { LessonWatch } from './lesson-watch.ts';

/** What the gate proves lessons with. */
export interface GateTools {
  /** Resolves with a real database, whatever state it is in, and the state in which it is empty. */
  readonly openDatabase: () => Promise<{ readonly engine: Engine; readonly pristine: SnapshotId }>;
  readonly labKinds: ReadonlyMap<string, LabKind>;
}

/**
 * Proves that a lesson keeps its promises: its setup runs, solutions and right answers pass, starters and wrong answers
 * fail, tries do what is said of them, and labs come to their goals by their solutions only. The database is asked for
 * where there is SQL to prove.
 */
export async function checkLesson(
  { openDatabase, labKinds }: GateTools,
  { bundle, openingPlace, limits }: LessonToCheck,
  observer: GateObserver,
): Promise<void> {
  const watch = new LessonWatch(bundle.lesson, limits, observer);
  const labs = measureLabs(watch, labKinds);
  if (!needsDatabase(bundle)) return checkLabSteps(watch, labs);
  const { engine, pristine } = await openDatabase();
  const run = new LessonRun(engine, openingPlace, watch);
  await run.putBack(pristine);
  await checkSections(run, bundle, labs);
  run.forgetStates();
}

/** The steps of a lesson without SQL. */
function checkLabSteps(watch: LessonWatch, labs: MeasuredLabs): void {
  for (const [index, step] of watch.lesson.steps.entries()) {
    if (checkLabs(watch, step, index, labs)) watch.proved(index);
  }
}

/** What a step promises of its labs, besides what the database has to say. */
function checkLabs(watch: LessonWatch, step: Step, index: number, labs: MeasuredLabs): boolean {
  const areMetricsProved = checkMetrics(watch, step, labs.before(index), labs.after(index));
  return labsOf(step).every(({ id }) => labs.proved.has(id)) && areMetricsProved;
}

async function checkSections(run: LessonRun, bundle: LessonBundle, labs: MeasuredLabs): Promise<void> {
  const { lesson } = bundle;
  if (!(await run.prepare(scriptsBeforeLesson(bundle)))) return;
  const { snapshot } = await run.keep();
  await checkTries(run, lesson.introduction, snapshot);
  let start = snapshot;
  let detours: readonly Detour[] = [];
  for (const [index, step] of lesson.steps.entries()) {
    await run.putBack(start);
    if (!(await run.prepare(setupScripts(lesson, step)))) return;
    const figures = { before: labs.before(index), after: labs.after(index) };
    const checked = await checkStep(run, step, await run.keep(), figures);
    const followsAll = await checkAfterDetours(run, step, detours, figures.after);
    const areLabsProved = checkLabs(run.watch, step, index, labs);
    if (checked.passed && followsAll && areLabsProved) run.watch.proved(index);
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

async function checkStep(
  run: LessonRun,
  step: Step,
  before: KeptState,
  labs: { readonly before: LabFigures; readonly after: LabFigures },
): Promise<CheckedStep> {
  const opening = { before, labs: labs.after };
  const isAsMeant = [await checkTries(run, step, before.snapshot), checkTableLabs(run, step, before)];
  const asksDatabase = step.checks.length > 0 && !isJudgedByLabs(step);
  if (asksDatabase) isAsMeant.push(await checkStart(run, step, { before, labs: labs.before }));
  let end: SnapshotId | null = before.snapshot;
  if (step.solution !== null) {
    await run.putBack(before.snapshot);
    const solved = await checkRight(run, step, opening, { block: step.solution, name: 'The solution' });
    isAsMeant.push(solved.passed);
    end = solved.end;
  }
  const detours: Detour[] = [];
  for (const right of step.rights) {
    await run.putBack(before.snapshot);
    const answered = await checkRight(run, step, opening, { block: right, name: 'This right answer' });
    isAsMeant.push(answered.passed);
    if (answered.end !== null) detours.push({ right, end: answered.end });
  }
  for (const wrong of step.wrongs) isAsMeant.push(await checkWrong(run, step, opening, wrong));
  return { passed: isAsMeant.every(Boolean), end, detours };
}

/** Whether a step's solution also passes after each `right` of the step before. */
async function checkAfterDetours(
  run: LessonRun,
  step: Step,
  detours: readonly Detour[],
  labs: LabFigures,
): Promise<boolean> {
  let passed = true;
  for (const { right, end } of detours) {
    await run.putBack(end);
    passed = (await canFollow(run, step, right, labs)) && passed;
  }
  return passed;
}

async function canFollow(run: LessonRun, step: Step, right: SqlBlock, labs: LabFigures): Promise<boolean> {
  const after = 'After this right answer the';
  for (const setup of step.setup) {
    if ((await run.runThrough(setup, `${after} setup of "${step.title}"`, right.place)) === null) return false;
  }
  if (step.solution === null) return true;
  const answer = { block: step.solution, name: `${after} solution of "${step.title}"`, blame: right.place };
  const { passed } = await checkRight(run, step, { before: await run.keep(), labs }, answer);
  return passed;
}
