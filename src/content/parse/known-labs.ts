import type { LabCard } from '#content/labs/lab-card.ts';
import { labCards, labsToCome } from '#content/labs/lab-cards.ts';

/** The labs that a lesson may name. */
export interface KnownLabs {
  readonly cards: ReadonlyMap<string, LabCard>;
  /** Named by the format, and still to come; a lesson that uses one is told so. */
  readonly toCome: readonly string[];
}

export const publishedLabs: KnownLabs = { cards: labCards, toCome: labsToCome };
