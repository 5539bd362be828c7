import type { MeasuredPoint, SimulatorFailure } from '#content/labs/simulator.ts';
import type { RunSummary } from '#content/labs/lab-kind.ts';
import type { Answer, MessageFromSimulator, MessageToSimulator, Question } from './simulator-messages.ts';

/** The way to a simulator, in a worker or not. */
export interface SimulatorLine {
  send(message: MessageToSimulator): void;
  /** Ends it at once; nothing is heard of it any more. */
  end(): void;
}

export interface LineListener {
  onMessage(message: MessageFromSimulator): void;
  onLost(reason: string): void;
}

export type Connect = (listener: LineListener) => SimulatorLine;

/** What is heard of one run or sweep. */
export interface WorkListener {
  onProgress(progress: number, summary: RunSummary): void;
  onPoints(points: readonly MeasuredPoint[], total: number): void;
  onRunDone(summary: RunSummary): void;
  onSweepDone(points: readonly MeasuredPoint[]): void;
  onLost(failure: SimulatorFailure): void;
}

interface OpenQuestion {
  readonly work: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** One simulator from its start to its end, and all that is open with it. */
export class SimulatorSession {
  readonly #line: SimulatorLine | null;
  readonly #works = new Map<number, WorkListener>();
  readonly #questions = new Map<number, OpenQuestion>();
  #numbersGiven = 0;
  #end: SimulatorFailure | null = null;

  constructor(connect: Connect) {
    this.#line = this.#connect(connect);
  }

  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** A number for a run or sweep; what is heard of it goes to the listener. */
  open(listener: WorkListener): number {
    const work = this.#number();
    if (this.#end === null) this.#works.set(work, listener);
    else listener.onLost(this.#end);
    return work;
  }

  send(message: MessageToSimulator): void {
    if (this.#end === null) this.#line?.send(message);
  }

  ask(work: number, question: Question): Promise<Answer> {
    if (!this.#works.has(work)) return Promise.resolve({ kind: 'gone' });
    const id = this.#number();
    return new Promise((resolve, reject) => {
      this.#questions.set(id, { work, resolve, reject });
      this.send({ kind: 'ask', work, id, question });
    });
  }

  close(work: number): void {
    this.send({ kind: 'close', work });
    this.#lose(work, { kind: 'lost', reason: 'It was closed.' });
  }

  end(reason: string): void {
    if (this.#end !== null) return;
    this.#end = { kind: 'lost', reason };
    this.#line?.end();
    for (const work of this.#works.keys()) this.#lose(work, this.#end);
  }

  #connect(connect: Connect): SimulatorLine | null {
    try {
      return connect({
        onMessage: (message) => {
          if (this.#end === null) this.#receive(message);
        },
        onLost: (reason) => this.end(reason),
      });
    } catch (error) {
      this.#end = { kind: 'lost', reason: error instanceof Error ? error.message : String(error) };
      return null;
    }
  }

  #receive(message: MessageFromSimulator): void {
    switch (message.kind) {
      case 'progress':
        this.#works.get(message.work)?.onProgress(message.progress, message.summary);
        break;
      case 'run-done':
        this.#works.get(message.work)?.onRunDone(message.summary);
        break;
      case 'points':
        this.#works.get(message.work)?.onPoints(message.points, message.total);
        break;
      case 'sweep-done':
        this.#works.get(message.work)?.onSweepDone(message.points);
        this.#works.delete(message.work);
        break;
      case 'work-broken':
        this.#lose(message.work, { kind: 'lost', reason: message.reason });
        break;
      case 'answer':
        this.#takeQuestion(message.id)?.resolve(message.answer);
        break;
      case 'question-broken':
        this.#takeQuestion(message.id)?.reject(new Error(message.reason));
        break;
    }
  }

  #lose(work: number, failure: SimulatorFailure): void {
    const listener = this.#works.get(work);
    this.#works.delete(work);
    for (const [id, question] of this.#questions) {
      if (question.work === work) this.#takeQuestion(id)?.resolve({ kind: 'gone' });
    }
    listener?.onLost(failure);
  }

  #takeQuestion(id: number): OpenQuestion | undefined {
    const question = this.#questions.get(id);
    this.#questions.delete(id);
    return question;
  }

  #number(): number {
    this.#numbersGiven += 1;
    return this.#numbersGiven;
  }
}
