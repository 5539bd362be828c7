import { createNodeEngine } from '#engine/node-engine.ts';
import { checkLesson } from './check-lesson.ts';
import type { GateMessage } from './gate-messages.ts';
import type { LessonToCheck } from './lesson-run.ts';

/**
 * The entry of a process of its own for the database of the gate: a statement that never ends can only be stopped
 * together with the process that it runs in.
 */
const tell = (message: GateMessage): void => {
  process.send?.(message);
};
const engine = await createNodeEngine();
const pristine = await engine.snapshot();
if (!pristine.ok) throw new Error('the empty database could not be kept');

process.on('message', (lesson: LessonToCheck) => {
  void checkLesson(engine, pristine.value, lesson, {
    begins: (limitMs, blame) => tell({ kind: 'begins', limitMs, blame }),
    ended: () => tell({ kind: 'ended' }),
    found: (problem) => tell({ kind: 'found', problem }),
    proved: (stepIndex) => tell({ kind: 'proved', stepIndex }),
  }).then(() => tell({ kind: 'done' }));
});
tell({ kind: 'ready' });
