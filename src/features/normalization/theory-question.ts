import { allBcnfDecompositions, type BcnfResults } from '#core/relational/all-bcnf-decompositions.ts';
import { bcnfDecomposition } from '#core/relational/bcnf-decomposition.ts';
import { primeAttributes, type PrimeAttributes } from '#core/relational/candidate-keys.ts';
import { chasedImplication, type ChasedImplication, type Dependency } from '#core/relational/chase-implication.ts';
import { dependencyPreservation, type Preservation } from '#core/relational/dependency-preservation.ts';
import { dependencyProof, type DependencyProof } from '#core/relational/dependency-proof.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { fourthNormalForm } from '#core/relational/fourth-normal-form.ts';
import { losslessJoin, type LosslessJoin } from '#core/relational/lossless-join.ts';
import { minimalCover, type MinimalCover } from '#core/relational/minimal-cover.ts';
import { normalFormOf, type NormalFormJudgement } from '#core/relational/normal-form.ts';
import type { Decomposition } from '#core/relational/split-tree.ts';
import {
  synthesizeThirdNormalForm,
  type Synthesis,
  type SynthesisOptions,
} from '#core/relational/third-normal-form-synthesis.ts';
import { multivaluedReason, type MultivaluedReason } from './multivalued-reason.ts';

/** What is asked of a scheme, and what is answered. Plain data both ways: it may go to a worker. */
export interface TheoryAnswers {
  readonly facts: SchemeFacts;
  readonly cover: MinimalCover;
  readonly synthesis: Synthesis;
  readonly decomposition: Decomposition;
  readonly allBcnf: BcnfResults;
  readonly split: SplitFacts;
  readonly follows: Implication;
}

/** What a question is about besides the scheme. */
export interface TheorySubjects {
  readonly facts: null;
  readonly cover: null;
  readonly synthesis: SynthesisOptions;
  readonly decomposition: 'BCNF' | '4NF';
  readonly allBcnf: null;
  /** The parts. */
  readonly split: readonly (readonly string[])[];
  /** What may follow from the scheme's. */
  readonly follows: Dependency;
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
  readonly preservation: Preservation;
}

export interface Implication {
  readonly chased: ChasedImplication;
  /** Of a multivalued one: why it follows where no other multivalued one is needed. */
  readonly reason: MultivaluedReason | null;
  /** By Armstrong's axioms alone, and with the two rules that follow from them; null where functional ones do not imply it. */
  readonly axioms: DependencyProof | null;
  readonly shorter: DependencyProof | null;
}

type Answerers = {
  readonly [K in TheoryKind]: (scheme: RelationScheme, subject: TheorySubjects[K]) => TheoryAnswers[K];
};

const answerers: Answerers = {
  facts: (scheme) => ({ judgement: normalFormOf(scheme), prime: primeAttributes(scheme) }),
  cover: minimalCover,
  synthesis: synthesizeThirdNormalForm,
  decomposition: (scheme, form) => (form === '4NF' ? fourthNormalForm(scheme) : bcnfDecomposition(scheme)),
  allBcnf: (scheme) => allBcnfDecompositions(scheme),
  split: (scheme, parts) => ({
    join: losslessJoin(scheme, parts),
    preservation: dependencyPreservation(scheme, parts),
  }),
  follows: (scheme, wanted) => {
    const reason = wanted.kind === 'multivalued' ? multivaluedReason(scheme, wanted.dependency) : null;
    const proven =
      wanted.kind === 'functional' ? wanted.dependency : reason?.kind === 'functional' ? reason.dependency : null;
    return {
      chased: chasedImplication(scheme, wanted),
      reason,
      axioms: proven && dependencyProof(scheme, proven, 'axioms'),
      shorter: proven && dependencyProof(scheme, proven, 'shorter'),
    };
  },
};

export function answerTheory<K extends TheoryKind>({ kind, scheme, subject }: TheoryQuestion<K>): TheoryAnswers[K] {
  return answerers[kind](scheme, subject);
}

/**
 * Up to so many attributes a question is answered in a few milliseconds, which is less than a worker takes to start;
 * fewer where multivalued dependencies are among the scheme's.
 */
const quickUpTo: Readonly<Record<TheoryKind, { readonly functional: number; readonly mixed: number }>> = {
  facts: { functional: 12, mixed: 7 },
  cover: { functional: 12, mixed: 12 },
  synthesis: { functional: 10, mixed: 6 },
  decomposition: { functional: 10, mixed: 6 },
  allBcnf: { functional: 6, mixed: 5 },
  split: { functional: 12, mixed: 6 },
  follows: { functional: 12, mixed: 6 },
};

const mostQuickDependencies = 16;

export function isQuick({ kind, scheme: { attributes, functional, multivalued } }: TheoryQuestion): boolean {
  const most = quickUpTo[kind][multivalued.length === 0 ? 'functional' : 'mixed'];
  return attributes.length <= most && functional.length + multivalued.length <= mostQuickDependencies;
}
