import type { RelationScheme } from '#core/relational/dependency.ts';
import { normalFormOf, type NormalFormJudgement } from '#core/relational/normal-form.ts';

const known = new WeakMap<RelationScheme, NormalFormJudgement>();

/** The form of a relation, worked out once for each scheme. So many keys as are looked at here take no time to notice. */
export function judgementOf(scheme: RelationScheme): NormalFormJudgement {
  const judged = known.get(scheme) ?? normalFormOf(scheme, 100);
  known.set(scheme, judged);
  return judged;
}
