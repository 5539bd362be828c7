import type { LabCard } from './lab-card.ts';
import { normalizationCard } from './normalization/normalization-card.ts';
import { poolCard } from './pool/pool-card.ts';

/** The cards of all labs, without their models: one line for each. */
export const labCards: ReadonlyMap<string, LabCard> = byKind([poolCard, normalizationCard]);

/** What stands in the address of a lab's own page, `/labs/<page>/`. */
export function pageOf({ kind, page }: Pick<LabCard, 'kind' | 'page'>): string {
  return page ?? kind;
}

/** Kinds that lessons will be able to name. */
export const labsToCome = ['hash-ring', 'cache', 'replication'] as const;

function byKind(cards: readonly LabCard[]): ReadonlyMap<string, LabCard> {
  return new Map(cards.map((card) => [card.kind, card]));
}
