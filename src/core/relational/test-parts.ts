import type { NormalForm, RelationScheme } from './dependency.ts';
import type { SchemePart } from './scheme-parts.ts';
import { BruteForce, within } from './test-brute-force.ts';
import { written } from './test-notation.ts';

/** Parts as text: `AB[A>B](A)`, attributes, dependencies and keys. */
export function partsText(parts: readonly SchemePart[]): string {
  return parts
    .map(({ scheme: { attributes, functional }, keys }) => {
      return `${attributes.join('')}[${written(functional)}](${keys.map((key) => key.join('')).join(' ')})`;
    })
    .join('; ');
}

/** The form of a part by definition: from what the whole implies, subset by subset of the part. */
export function formOfPart(definition: BruteForce, names: readonly string[]): NormalForm {
  const part = definition.bits(names);
  const subsets = definition.subsets().filter((set) => within(set, part));
  const reach = (set: number): number => definition.closure(set) & part;
  const weak = subsets.filter((set) => reach(set) !== part);
  const superkeys = subsets.filter((set) => reach(set) === part);
  const keys = superkeys.filter((set) => !superkeys.some((other) => other !== set && within(other, set)));
  const prime = keys.reduce((all, key) => all | key, 0);
  if (weak.some((set) => !within(reach(set) & ~set, prime))) return '2NF';
  if (weak.some((set) => reach(set) !== set)) return '3NF';
  const isDivided = (set: number): boolean =>
    subsets.some((dependents) => {
      const isTrivial = within(dependents, set) || (dependents | set) === part;
      return !isTrivial && impliesEmbedded(definition, set, dependents, part);
    });
  return weak.some(isDivided) ? 'BCNF' : '4NF';
}

/** Whether X ↠ Y holds in a part: the whole implies some X ↠ Y with the rest of the attributes on one side or the other. */
function impliesEmbedded(definition: BruteForce, left: number, right: number, part: number): boolean {
  const outside = definition.all & ~part;
  for (let extra = outside; ; extra = (extra - 1) & outside) {
    if (definition.impliesMultivalued(left, right | extra)) return true;
    if (extra === 0) return false;
  }
}

/** Whether a part's own dependencies and keys are those that the whole gives it. */
export function isRightPart(definition: BruteForce, { scheme, keys, isComplete }: SchemePart): boolean {
  const whole = definition.bits(scheme.attributes);
  const own = new BruteForce({ ...scheme, multivalued: [] } satisfies RelationScheme);
  const areSame = own
    .subsets()
    .every(
      (set) =>
        definition.bits(own.names(own.closure(set))) === (definition.closure(definition.bits(own.names(set))) & whole),
    );
  const named = keys.map((key) => own.bits(key)).toSorted((one, other) => one - other);
  return (
    isComplete &&
    areSame &&
    named.join(' ') ===
      own
        .keys()
        .toSorted((one, other) => one - other)
        .join(' ')
  );
}
