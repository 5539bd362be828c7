import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Problem } from '#content/lesson.ts';
import type { GateMessage } from './gate-messages.ts';
import type { LessonToCheck } from './lesson-run.ts';

export interface GateFindings {
  readonly problems: readonly Problem[];
  /** The steps that keep all they promise, from 0. */
  readonly provedSteps: ReadonlySet<number>;
}

type Ending =
  | { readonly kind: 'done' }
  | { readonly kind: 'too-long'; readonly blame: Problem }
  | { readonly kind: 'broken-off' };

/** Checks lessons one after the other, each on a fresh state, and survives whatever one of them does to its database. */
export class Gate {
  #process: ChildProcess | undefined;

  async check(lesson: LessonToCheck): Promise<GateFindings> {
    this.#process ??= await startProcess();
    const problems: Problem[] = [];
    const provedSteps = new Set<number>();
    const ending = await converse(this.#process, lesson, (message) => {
      if (message.kind === 'found') problems.push(message.problem);
      if (message.kind === 'proved') provedSteps.add(message.stepIndex);
    });
    if (ending.kind !== 'done') this.close();
    if (ending.kind === 'too-long') problems.push(ending.blame);
    if (ending.kind === 'broken-off') {
      const message = 'The lesson could not be checked to its end: the process that checks it ended.';
      problems.push({ file: lesson.bundle.lesson.file, line: 1, column: 1, message });
    }
    return { problems, provedSteps };
  }

  close(): void {
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }
}

function converse(
  gateProcess: ChildProcess,
  lesson: LessonToCheck,
  hear: (message: GateMessage) => void,
): Promise<Ending> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;

    function end(ending: Ending): void {
      clearTimeout(timer);
      gateProcess.removeAllListeners();
      resolve(ending);
    }

    gateProcess.on('message', (message: GateMessage) => {
      hear(message);
      if (message.kind === 'done') end({ kind: 'done' });
      if (message.kind === 'ended' || message.kind === 'begins') clearTimeout(timer);
      if (message.kind !== 'begins') return;
      timer = setTimeout(() => end({ kind: 'too-long', blame: message.blame }), message.limitMs);
    });
    gateProcess.on('exit', () => end({ kind: 'broken-off' }));
    gateProcess.send(lesson);
  });
}

/** Its database starts with the first lesson that has SQL, outside of what that has time for. */
async function startProcess(): Promise<ChildProcess> {
  const entry = fileURLToPath(new URL('./gate-process.ts', import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const gateProcess = fork(entry, { execArgv: ['--import', loader] });
  await once(gateProcess, 'message');
  return gateProcess;
}
