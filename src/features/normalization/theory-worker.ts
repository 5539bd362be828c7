import { answerTheory, type TheoryQuestion } from './theory-question.ts';

/** Answers one question away from the page; whoever wants it no more ends the worker. */
addEventListener('message', ({ data }: MessageEvent<TheoryQuestion>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  postMessage(answerTheory(data));
});
