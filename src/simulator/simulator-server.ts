import type { LabKind, LabRun } from '#content/labs/lab-kind.ts';
import type { Answer, MessageFromSimulator, MessageToSimulator, Question } from './simulator-messages.ts';
import { RunWork, SweepWork, type Work, type WorkSurroundings } from './simulator-work.ts';

export interface ServerSurroundings extends WorkSurroundings {
  readonly kinds: ReadonlyMap<string, LabKind>;
  /** Calls back once the messages that have come in meanwhile were handed over. */
  readonly pause: (then: () => void) => void;
}

/**
 * Computes runs and sweeps in turns of a few milliseconds, and answers between them: so a long run can be looked at, forked
 * and stopped while it is computed.
 */
export class SimulatorServer {
  readonly #surroundings: ServerSurroundings;
  readonly #runs = new Map<number, RunWork>();
  /** What is still to be computed, in the order of its turns. */
  #underWay: Work[] = [];
  #isAwake = false;

  constructor(surroundings: ServerSurroundings) {
    this.#surroundings = surroundings;
  }

  receive(message: MessageToSimulator): void {
    switch (message.kind) {
      case 'begin':
        this.#attempt(message.work, () => {
          this.#beginRun(message.work, this.#kindOf(message.lab).simulate(message.values, message.seed));
        });
        break;
      case 'sweep':
        this.#attempt(message.work, () => {
          const kind = this.#kindOf(message.lab);
          const points = kind.sweep(message.id, message.values);
          this.#enqueue(new SweepWork(message.work, kind, points, message.seed, this.#surroundings));
        });
        break;
      case 'stop':
        this.#attempt(message.work, () => this.#dequeue(message.work)?.stop());
        break;
      case 'close':
        this.#forget(message.work);
        break;
      case 'ask':
        this.#answer(message.id, message.work, message.question);
        break;
    }
  }

  #kindOf(name: string): LabKind {
    const kind = this.#surroundings.kinds.get(name);
    if (kind === undefined) throw new Error(`There is no lab ${name}.`);
    return kind;
  }

  #beginRun(id: number, run: LabRun): void {
    const work = new RunWork(id, run, this.#surroundings);
    this.#runs.set(id, work);
    this.#enqueue(work);
  }

  #enqueue(work: Work): void {
    this.#underWay.push(work);
    this.#wake();
  }

  #dequeue(id: number): Work | undefined {
    const work = this.#underWay.find((other) => other.id === id);
    this.#underWay = this.#underWay.filter((other) => other.id !== id);
    return work;
  }

  #forget(id: number): void {
    this.#dequeue(id);
    this.#runs.delete(id);
  }

  #wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    this.#surroundings.pause(() => {
      this.#isAwake = false;
      this.#takeTurn();
      if (this.#underWay.length > 0) this.#wake();
    });
  }

  #takeTurn(): void {
    const work = this.#underWay.shift();
    if (work === undefined) return;
    this.#attempt(work.id, () => {
      if (work.turn()) this.#underWay.push(work);
    });
  }

  /** One run that goes wrong leaves the others alone. */
  #attempt(work: number, task: () => void): void {
    try {
      task();
    } catch (error) {
      this.#forget(work);
      this.#post({ kind: 'work-broken', work, reason: messageOf(error) });
    }
  }

  #answer(id: number, work: number, question: Question): void {
    try {
      const asked = this.#runs.get(work);
      this.#post({
        kind: 'answer',
        id,
        answer: asked === undefined ? { kind: 'gone' } : this.#ask(asked.run, question),
      });
    } catch (error) {
      this.#post({ kind: 'question-broken', id, reason: messageOf(error) });
    }
  }

  #ask(run: LabRun, question: Question): Answer {
    switch (question.kind) {
      case 'moment': {
        const { where } = question;
        return { kind: 'moment', moment: run.moment('index' in where ? where.index : run.indexAt(where.timeMs)) };
      }
      case 'find':
        return { kind: 'found', index: run.find(question.kinds, question.index, question.direction) };
      case 'fork': {
        const forked = run.fork(question.index, question.values);
        if (!forked.ok) return { kind: 'refused', problems: forked.error };
        this.#beginRun(question.as, forked.value);
        return { kind: 'forked' };
      }
    }
  }

  #post(message: MessageFromSimulator): void {
    this.#surroundings.post(message);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
