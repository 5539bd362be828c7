import { useEffect, useState } from 'react';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { TheoryMemory } from './theory-memory.ts';
import { answerTheory, isQuick, type TheoryAnswers, type TheoryKind, type TheorySubjects } from './theory-question.ts';

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
export function useTheory<K extends TheoryKind>(
  kind: K,
  scheme: RelationScheme,
  subject: TheorySubjects[K],
): TheoryState<TheoryAnswers[K]> {
  const question = memory.questionOf(kind, scheme, subject);
  const [ending, setEnding] = useState<{ readonly of: typeof question; readonly how: Ending } | null>(null);
  const [, setAnswered] = useState(question);
  const known = memory.recall(question) ?? (isQuick(question) ? memory.keep(question, answerTheory(question)) : null);
  const ended = ending?.of === question ? ending.how : null;
  const isAsking = known === null && ended === null;

  useEffect(() => {
    if (!isAsking) return undefined;
    const worker = new Worker(new URL('./theory-worker.ts', import.meta.url), { type: 'module', name: 'theory' });
    const end = (how: Ending): void => {
      worker.terminate();
      setEnding({ of: question, how });
    };
    worker.addEventListener('message', ({ data }: MessageEvent<TheoryAnswers[K]>) => {
      worker.terminate();
      memory.keep(question, data);
      // The same question is answered only once: a state that is new each time draws the answer.
      setAnswered({ ...question });
    });
    worker.addEventListener('error', ({ message }) => {
      const isTold = typeof message === 'string' && message !== '';
      end({ kind: 'failed', message: isTold ? message : 'its worker did not start' });
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(question);
    return () => worker.terminate();
  }, [question, isAsking]);

  if (known !== null) return { kind: 'ready', answer: known };
  if (ended !== null) return { ...ended, start: () => setEnding(null) };
  return { kind: 'working', stop: () => setEnding({ of: question, how: { kind: 'stopped' } }) };
}
