import { layOut, type LayOutQuestion, type Places } from '#core/diagram/lay-out.ts';

/** Up to so many boxes are laid out within a few frames: what is quicker than a worker's start needs none. */
const mostBoxesHere = 24;

/**
 * Lays out in a worker, one question at a time. What is asked meanwhile waits, and of that only the newest is answered:
 * the older pictures are not wanted any more.
 */
export class Layouter {
  #worker: Worker | null = null;
  #asked: Question | null = null;
  #waiting: Question | null = null;

  ask(question: LayOutQuestion, onPlaces: (places: Places) => void): void {
    if (question.boxes.length <= mostBoxesHere) {
      this.#waiting = null;
      // An answer that is still on its way is to an older question.
      if (this.#asked !== null) this.#asked = { ...this.#asked, onPlaces: () => undefined };
      onPlaces(layOut(question));
      return;
    }
    this.#waiting = { question, onPlaces };
    if (this.#asked === null) this.#askNext();
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#asked = null;
    this.#waiting = null;
  }

  #askNext(): void {
    const next = this.#waiting;
    this.#waiting = null;
    this.#asked = next;
    if (next === null) return;
    this.#worker ??= this.#start();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    this.#worker.postMessage(next.question);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'layout' });
    worker.addEventListener('message', ({ data }: MessageEvent<Places>) => this.#answer(data));
    // Without a worker the page waits a moment, but there is a picture.
    worker.addEventListener('error', () => {
      worker.terminate();
      this.#worker = null;
      if (this.#asked !== null) this.#answer(layOut(this.#asked.question));
    });
    return worker;
  }

  #answer(places: Places): void {
    const answered = this.#asked;
    this.#asked = null;
    if (this.#waiting === null) answered?.onPlaces(places);
    this.#askNext();
  }
}

interface Question {
  readonly question: LayOutQuestion;
  readonly onPlaces: (places: Places) => void;
}
