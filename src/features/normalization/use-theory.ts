import { useEffect, useState } from 'react';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { TheoryMemory } from './theory-memory.ts';
import { answerTheory, isQuick, type TheoryAnswers, type TheoryKind } from './theory-question.ts';

export type TheoryState<A> =
  | { readonly kind: 'working'; readonly stop: () => void }
  | { readonly kind: 'ready'; readonly answer: A }
  | { readonly kind: 'stopped'; readonly start: () => void }
  | { readonly kind: 'failed'; readonly message: string; readonly start: () => void };

type Ending = { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly message: string };

const memory = new TheoryMemory();

/**
 * The answer to a question about a scheme: at once where that takes no time, else from a worker that can be stopped. What
 * was answered is remembered, so that going to and fro between views costs nothing.
 */
export function useTheory<K extends TheoryKind>(kind: K, scheme: RelationScheme): TheoryState<TheoryAnswers[K]> {
  const question = memory.questionOf(kind, scheme);
  const { key } = question;
  const [ending, setEnding] = useState<{ readonly key: string; readonly how: Ending } | null>(null);
  const [, setAnswered] = useState<string | null>(null);
  const known =
    memory.recall(kind, key) ??
    (isQuick(question) ? memory.keep(kind, key, answerTheory({ kind, scheme: question.scheme })) : null);
  const ended = ending?.key === key ? ending.how : null;
  const isAsking = known === null && ended === null;

  useEffect(() => {
    if (!isAsking) return undefined;
    const worker = new Worker(new URL('./theory-worker.ts', import.meta.url), { type: 'module', name: 'theory' });
    worker.addEventListener('message', ({ data }: MessageEvent<TheoryAnswers[K]>) => {
      worker.terminate();
      memory.keep(kind, key, data);
      setAnswered(key);
    });
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      const why = message === '' || message === undefined ? 'the worker did not start' : message;
      setEnding({ key, how: { kind: 'failed', message: why } });
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(question);
    return () => worker.terminate();
  }, [kind, key, question, isAsking]);

  if (known !== null) return { kind: 'ready', answer: known };
  if (ended !== null) return { ...ended, start: () => setEnding(null) };
  return { kind: 'working', stop: () => setEnding({ key, how: { kind: 'stopped' } }) };
}
