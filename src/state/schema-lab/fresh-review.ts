import type { SnapshotId } from '#core/engine/engine.ts';
import type { Progress, Review } from '#core/review/review-schema.ts';

export type ReviewState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly progress: Progress }
  /** `state` is that of the database which was reviewed; null where it is kept nowhere. */
  | { readonly kind: 'ready'; readonly review: Review; readonly state: SnapshotId | null }
  /** A sentence for the reader: why there is no review. */
  | { readonly kind: 'failed'; readonly message: string };

/** What of a review belongs to one lesson and ends with it. */
export const freshReview: {
  readonly review: ReviewState;
  readonly fixFailure: string | null;
  readonly dismissedFindings: readonly string[];
} = { review: { kind: 'none' }, fixFailure: null, dismissedFindings: [] };
