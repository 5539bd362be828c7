import { primeAttributes, type PrimeAttributes } from '#core/relational/candidate-keys.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { losslessJoin, type LosslessJoin } from '#core/relational/lossless-join.ts';
import { minimalCover, type MinimalCover } from '#core/relational/minimal-cover.ts';
import { normalFormOf, type NormalFormJudgement } from '#core/relational/normal-form.ts';

/** What is asked of a scheme, and what is answered. Plain data both ways: it may go to a worker. */
export interface TheoryAnswers {
  readonly facts: SchemeFacts;
  readonly cover: MinimalCover;
  readonly split: SplitFacts;
}

/** What a question is about besides the scheme. */
export interface TheorySubjects {
  readonly facts: null;
  readonly cover: null;
  /** The parts. */
  readonly split: readonly (readonly string[])[];
}

export type TheoryKind = keyof TheoryAnswers;

export interface TheoryQuestion<K extends TheoryKind = TheoryKind> {
  readonly kind: K;
  readonly scheme: RelationScheme;
  readonly subject: TheorySubjects[K];
}

export interface SchemeFacts {
  readonly judgement: NormalFormJudgement;
  readonly prime: PrimeAttributes;
}

export interface SplitFacts {
  readonly join: LosslessJoin;
}

type Answerers = {
  readonly [K in TheoryKind]: (scheme: RelationScheme, subject: TheorySubjects[K]) => TheoryAnswers[K];
};

const answerers: Answerers = {
  facts: (scheme) => ({ judgement: normalFormOf(scheme), prime: primeAttributes(scheme) }),
  cover: minimalCover,
  split: (scheme, parts) => ({ join: losslessJoin(scheme, parts) }),
};

export function answerTheory<K extends TheoryKind>({ kind, scheme, subject }: TheoryQuestion<K>): TheoryAnswers[K] {
  return answerers[kind](scheme, subject);
}

/** Whether it is answered in a few milliseconds, which is less than a worker takes to start. */
export function isQuick({ scheme: { attributes, functional, multivalued } }: TheoryQuestion): boolean {
  return attributes.length <= 12 && functional.length + multivalued.length <= 16;
}
