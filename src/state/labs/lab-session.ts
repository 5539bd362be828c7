import type { FieldProblem, LabValues } from '#content/labs/lab-card.ts';
import type { Moment, RunSummary } from '#content/labs/lab-kind.ts';
import type { LabHandle } from '#content/labs/simulator.ts';
import { ok, type Result } from '#core/shared/result.ts';
import type { LabRunState } from './open-lab.ts';

export type Where = { readonly index: number } | { readonly timeMs: number };

/** What a run in the simulator and its fork tell the page; called only while they are the ones that count. */
interface Listener {
  readonly onRun: (run: (before: RunSummary | null) => LabRunState) => void;
  readonly onForkRun: (run: (before: RunSummary | null) => LabRunState) => void;
  readonly onMoment: (moment: Moment, forkMoment: Moment | null) => void;
}

interface ForkHold {
  readonly handle: LabHandle;
  /** The time of the moment that it begins at; null until the simulator has said. */
  fromMs: number | null;
}

/**
 * The page's hold on the simulator: one run, at most one fork of it, and the question which moment is looked at. What
 * belongs to a run that was given up is dropped.
 */
export class LabSession {
  readonly #listener: Listener;
  #run: LabHandle | null = null;
  #fork: ForkHold | null = null;
  #wanted: Where | null = null;
  #isAsking = false;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** Takes a new run in the place of the one before. Resolves when it has ended, with false where it was given up. */
  async follow(handle: LabHandle): Promise<boolean> {
    this.dropFork();
    this.#run?.close();
    this.#run = handle;
    this.#wanted = null;
    return follow(handle, () => this.#run === handle, this.#listener.onRun);
  }

  /** Begins a fork of the run at a moment. Null where the run has been given up meanwhile. */
  async fork(index: number, values: LabValues): Promise<Result<true, readonly FieldProblem[]> | null> {
    const run = this.#run;
    const forked = (await run?.fork(index, values)) ?? null;
    if (forked === null) return null;
    if (this.#run !== run) {
      if (forked.ok) forked.value.close();
      return null;
    }
    if (!forked.ok) return forked;
    this.dropFork();
    const fork: ForkHold = { handle: forked.value, fromMs: null };
    this.#fork = fork;
    const isCurrent = () => this.#fork === fork;
    void follow(forked.value, isCurrent, (next) =>
      this.#listener.onForkRun((before) => {
        const state = next(before);
        fork.fromMs = state.summary?.startMs ?? fork.fromMs;
        return state;
      }),
    ).then(() => {
      if (isCurrent()) this.show(this.#wanted);
    });
    return ok(true);
  }

  dropFork(): void {
    this.#fork?.handle.close();
    this.#fork = null;
  }

  /** Shows a moment as soon as it is there; of several asked for meanwhile, the last. */
  show(where: Where | null): void {
    if (where === null) return;
    this.#wanted = where;
    if (!this.#isAsking) void this.#answer();
  }

  find(kinds: readonly string[], index: number, direction: 'forwards' | 'backwards'): Promise<number | null> {
    return this.#run?.find(kinds, index, direction) ?? Promise.resolve(null);
  }

  /** Ends the computing; what there is stays. */
  stop(): void {
    this.#run?.stop();
    this.#fork?.handle.stop();
  }

  close(): void {
    this.dropFork();
    this.#run?.close();
    this.#run = null;
    this.#wanted = null;
  }

  async #answer(): Promise<void> {
    this.#isAsking = true;
    let answered: Where | null = null;
    while (this.#wanted !== null && this.#wanted !== answered) {
      const where: Where = this.#wanted;
      const run = this.#run;
      const fork = this.#fork;
      const moment = (await run?.moment(where)) ?? null;
      const isAfterFork = fork !== null && moment !== null && moment.timeMs >= (fork.fromMs ?? Infinity);
      const forkMoment = isAfterFork ? await fork.handle.moment({ timeMs: moment.timeMs }) : null;
      answered = where;
      if (moment !== null && run === this.#run && fork === this.#fork) this.#listener.onMoment(moment, forkMoment);
    }
    this.#isAsking = false;
  }
}

async function follow(
  handle: LabHandle,
  isCurrent: () => boolean,
  tell: (run: (before: RunSummary | null) => LabRunState) => void,
): Promise<boolean> {
  tell((summary) => ({ kind: 'running', progress: 0, summary }));
  handle.onProgress((progress, summary) => {
    if (isCurrent()) tell(() => ({ kind: 'running', progress, summary }));
  });
  const ended = await handle.done;
  if (!isCurrent()) return false;
  tell((summary) =>
    ended.ok ? { kind: 'ended', summary: ended.value } : { kind: 'lost', reason: ended.error.reason, summary },
  );
  return true;
}
