import { accepts } from './accepts.ts';
import { answer } from './answer.ts';
import type { Check, CheckKind } from './check-kind.ts';
import { dependency } from './dependency.ts';
import { metric } from './metric.ts';
import { normalForm } from './normal-form.ts';
import { query } from './query.ts';
import { rejects } from './rejects.ts';
import { sameRows } from './same-rows.ts';
import { table } from './table.ts';

/** Every kind of check, in the order in which messages list them. A new kind is one file and one line here. */
export const checkKinds: ReadonlyMap<string, CheckKind<unknown>> = new Map(
  [answer, query, accepts, rejects, table, dependency, sameRows, normalForm, metric].map((kind) => [
    kind.kind,
    kind as CheckKind<unknown>,
  ]),
);

/** Named by the format, and still to come; a lesson that uses one is told so. */
export const kindsToCome: readonly string[] = ['index', 'plan', 'partitions'];

/**
 * What the check asks, as a clause that completes "Your answer must …": the author's own where the id is written in
 * words, as in `id: keep every row it had`, else what the kind makes of it.
 */
export function describeCheck(check: Check): string {
  if (check.id.includes(' ')) return check.id;
  return kindOf(check).describe(check.params);
}

/** A check out of a lesson that was parsed has a known kind. */
export function kindOf({ kind }: Check): CheckKind<unknown> {
  const found = checkKinds.get(kind);
  if (found === undefined) throw new Error(`no check kind ${kind}`);
  return found;
}
