/**
 * An order in which everything comes after what it needs. Of several things that could come next the first of the list
 * does. Where things need each other, the ones whose unmet needs weigh least go first; whoever writes them must do
 * without (a foreign key is added later).
 */
export interface Needing {
  readonly key: string;
  /** By the key of what is needed, how much it is. Keys of things that are not in the list do not count. */
  readonly needs: ReadonlyMap<string, number>;
}

export const weights = {
  /** It can not be made without. */
  certain: 1_000_000_000,
  /** A name in an expression, which may be another thing's. */
  likely: 1_000_000,
  /** The body of a function names it: PostgreSQL can be told not to look there. */
  inBody: 1_000,
  /** It could be added later. */
  wished: 1,
} as const;

/** Quadratic in the number of things. */
export function creationOrder<Thing extends Needing>(things: readonly Thing[]): readonly Thing[] {
  const waiting = new Map(things.map((thing) => [thing.key, thing]));
  const ordered: Thing[] = [];
  while (waiting.size > 0) {
    const next = cheapest(waiting);
    waiting.delete(next.key);
    ordered.push(next);
  }
  return ordered;
}

function cheapest<Thing extends Needing>(waiting: ReadonlyMap<string, Thing>): Thing {
  let best: Thing | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const thing of waiting.values()) {
    let cost = 0;
    for (const [need, weight] of thing.needs) if (need !== thing.key && waiting.has(need)) cost += weight;
    if (cost === 0) return thing;
    if (cost < least) [best, least] = [thing, cost];
  }
  if (best === null) throw new Error('nothing waits');
  return best;
}
