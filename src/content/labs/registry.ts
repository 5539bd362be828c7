import type { LabKind } from './lab-kind.ts';
import { normalizationKind } from './normalization/normalization-kind.ts';
import { poolKind } from './pool/pool-kind.ts';

/** The labs with their models: one line for each, beside the one in `lab-cards.ts`. */
export const labKinds: ReadonlyMap<string, LabKind> = byKind([poolKind, normalizationKind]);

function byKind(kinds: readonly LabKind[]): ReadonlyMap<string, LabKind> {
  return new Map(kinds.map((kind) => [kind.card.kind, kind]));
}
