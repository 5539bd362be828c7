import type { PrimeAttributes } from '#core/relational/candidate-keys.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import type { NormalFormJudgement } from '#core/relational/normal-form.ts';

/** All that follows from the dependencies, as the picture and its tables show it. */
export interface NormalizationFrame {
  readonly scheme: RelationScheme;
  readonly judgement: NormalFormJudgement;
  readonly prime: PrimeAttributes;
  /** Of lines that were read and say nothing, or say it twice; names and signs between backticks. */
  readonly remarks: readonly { readonly line: number; readonly message: string }[];
}
