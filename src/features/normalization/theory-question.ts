import { primeAttributes, type PrimeAttributes } from '#core/relational/candidate-keys.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { minimalCover, type MinimalCover } from '#core/relational/minimal-cover.ts';
import { normalFormOf, type NormalFormJudgement } from '#core/relational/normal-form.ts';

/** What is asked of a scheme, and what is answered. Plain data both ways: it may go to a worker. */
export interface TheoryAnswers {
  readonly facts: SchemeFacts;
  readonly cover: MinimalCover;
}

export type TheoryKind = keyof TheoryAnswers;

export interface TheoryQuestion<K extends TheoryKind = TheoryKind> {
  readonly kind: K;
  readonly scheme: RelationScheme;
}

export interface SchemeFacts {
  readonly judgement: NormalFormJudgement;
  readonly prime: PrimeAttributes;
}

const answers: { readonly [K in TheoryKind]: (scheme: RelationScheme) => TheoryAnswers[K] } = {
  facts: (scheme) => ({ judgement: normalFormOf(scheme), prime: primeAttributes(scheme) }),
  cover: minimalCover,
};

export function answerTheory<K extends TheoryKind>({ kind, scheme }: TheoryQuestion<K>): TheoryAnswers[K] {
  return answers[kind](scheme);
}

/** Whether it is answered in a few milliseconds, which is less than a worker takes to start. */
export function isQuick({ scheme: { attributes, functional, multivalued } }: TheoryQuestion): boolean {
  return attributes.length <= 12 && functional.length + multivalued.length <= 16;
}
