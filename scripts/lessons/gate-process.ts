import { labKinds } from '#content/labs/registry.ts';
import { checkLesson, type GateTools } from './check-lesson.ts';
import type { GateMessage } from './gate-messages.ts';
import type { LessonToCheck } from './lesson-run.ts';

/**
 * The entry of a process of its own for the database and the labs of the gate: a statement that never ends, or a run,
 * can only be stopped together with the process that it runs in.
 */
const tell = (message: GateMessage): void => {
  process.send?.(message);
};
let database: ReturnType<GateTools['openDatabase']> | undefined;

async function startDatabase(): ReturnType<GateTools['openDatabase']> {
  // Read only where a lesson asks for it: one of labs alone is proved in a fraction of the time.
  const { createNodeEngine } = await import('#engine/node-engine.ts');
  const engine = await createNodeEngine();
  const pristine = await engine.snapshot();
  if (!pristine.ok) throw new Error('the empty database could not be kept');
  return { engine, pristine: pristine.value };
}

const tools: GateTools = { openDatabase: () => (database ??= startDatabase()), labKinds };

process.on('message', (lesson: LessonToCheck) => {
  void checkLesson(tools, lesson, {
    begins: (limitMs, blame) => tell({ kind: 'begins', limitMs, blame }),
    ended: () => tell({ kind: 'ended' }),
    found: (problem) => tell({ kind: 'found', problem }),
    proved: (stepIndex) => tell({ kind: 'proved', stepIndex }),
  }).then(() => tell({ kind: 'done' }));
});
tell({ kind: 'ready' });
