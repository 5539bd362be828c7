import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { layOut, type LayOutQuestion } from '#core/diagram/lay-out.ts';
import { Layouter } from './layouter.ts';

/** A worker as far as it is used here; it answers when it is told to. */
class SlowWorker extends EventTarget {
  static readonly started: SlowWorker[] = [];
  readonly asked: LayOutQuestion[] = [];
  isEnded = false;

  constructor() {
    super();
    SlowWorker.started.push(this);
  }

  postMessage(question: LayOutQuestion): void {
    this.asked.push(question);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(): void {
    const question = this.asked.at(-1);
    if (question === undefined) throw new Error('nothing was asked');
    this.dispatchEvent(new MessageEvent('message', { data: layOut(question) }));
  }
}

function questionOf(count: number): LayOutQuestion {
  const boxes = Array.from({ length: count }, (_, place) => ({ key: `b${place}`, width: 10, height: 10 }));
  return { boxes, links: [], places: {}, ratio: 1 };
}

beforeEach(() => {
  SlowWorker.started.length = 0;
  vi.stubGlobal('Worker', SlowWorker);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function theWorker(): SlowWorker {
  const [worker] = SlowWorker.started;
  if (worker === undefined) throw new Error('no worker was started');
  return worker;
}

it('lays out a few boxes at once, and starts no worker for them', () => {
  const answers: number[] = [];
  new Layouter().ask(questionOf(3), (places) => answers.push(Object.keys(places).length));
  expect(answers).toEqual([3]);
  expect(SlowWorker.started).toEqual([]);
});

it('answers of what was asked meanwhile the newest only', () => {
  const layouter = new Layouter();
  const answers: number[] = [];
  for (const count of [100, 101, 102, 103]) {
    layouter.ask(questionOf(count), (places) => answers.push(Object.keys(places).length));
  }
  theWorker().answer();
  theWorker().answer();
  expect(answers).toEqual([103]);
  expect(theWorker().asked.map(({ boxes }) => boxes.length)).toEqual([100, 103]);
});

it('lets an answer go that is older than a small question', () => {
  const layouter = new Layouter();
  const answers: number[] = [];
  for (const count of [100, 3]) layouter.ask(questionOf(count), (places) => answers.push(Object.keys(places).length));
  theWorker().answer();
  expect(answers).toEqual([3]);
});

it('lays out in the page where the worker does not load', () => {
  const answers: number[] = [];
  new Layouter().ask(questionOf(100), (places) => answers.push(Object.keys(places).length));
  theWorker().dispatchEvent(new Event('error'));
  expect(answers).toEqual([100]);
  expect(theWorker().isEnded).toBe(true);
});

it('says nothing after its end', () => {
  const layouter = new Layouter();
  const answers: number[] = [];
  layouter.ask(questionOf(100), (places) => answers.push(Object.keys(places).length));
  layouter.end();
  theWorker().answer();
  expect(answers).toEqual([]);
  expect(theWorker().isEnded).toBe(true);
});
