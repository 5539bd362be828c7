import type { LabCard } from './lab-card.ts';

/** The cards of all labs, without their models: one line for each. */
export const labCards: ReadonlyMap<string, LabCard> = byKind([]);

/** Kinds that lessons will be able to name. */
export const labsToCome = ['normalization', 'hash-ring', 'cache', 'replication'] as const;

function byKind(cards: readonly LabCard[]): ReadonlyMap<string, LabCard> {
  return new Map(cards.map((card) => [card.kind, card]));
}
