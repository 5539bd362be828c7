import { candidateKeys } from '#core/relational/candidate-keys.ts';
import { dependencyBasis, mixedClosure } from '#core/relational/dependency-basis.ts';
import type { FunctionalDependency, MultivaluedDependency, RelationScheme } from '#core/relational/dependency.ts';

/** What keeps a relation from a normal form. */
export interface FormViolation {
  readonly kind: 'partial' | 'transitive' | 'bcnf' | 'multivalued';
  /** In the relation. */
  readonly determinant: readonly string[];
  readonly dependents: readonly string[];
}

export interface RelationForm {
  readonly keys: readonly (readonly string[])[];
  readonly violations: readonly FormViolation[];
}

/**
 * The keys and violations of some attributes of a scheme, by what the scheme's dependencies say of them. The dependencies
 * inside are found by closing sets of attributes, small ones first: only sets of attributes that stand on some left side
 * are tried, and none that holds a key. At most `limit` sets.
 */
export function relationForm(scheme: RelationScheme, attributes: readonly string[], limit = 20_000): RelationForm {
  const isLeft = new Set([...scheme.functional, ...scheme.multivalued].flatMap(({ determinant }) => determinant));
  const functional: FunctionalDependency[] = [];
  const multivalued: MultivaluedDependency[] = [];
  const superkeys: (readonly string[])[] = [];
  const closed = new Map<string, ReadonlySet<string>>();
  for (const set of subsetsBySize(
    attributes.filter((name) => isLeft.has(name)),
    (subset) => superkeys.some((key) => key.every((name) => subset.includes(name))),
    limit,
  )) {
    const closure = new Set(mixedClosure(scheme, set));
    closed.set(set.join('\0'), closure);
    const known = set.map((_, place) => closed.get(set.toSpliced(place, 1).join('\0')));
    const dependents = attributes.filter(
      (name) => closure.has(name) && !set.includes(name) && known.every((less) => less?.has(name) !== true),
    );
    if (dependents.length > 0) functional.push({ determinant: set, dependents });
    if (attributes.every((name) => closure.has(name))) superkeys.push(set);
    else if (scheme.multivalued.length > 0)
      multivalued.push(...dividedBy(scheme, attributes, set, closure, multivalued));
  }
  const { keys } = candidateKeys({ attributes, functional, multivalued: [] }, 200);
  return { keys, violations: violationsOf(functional, multivalued, keys) };
}

function violationsOf(
  functional: readonly FunctionalDependency[],
  multivalued: readonly MultivaluedDependency[],
  keys: readonly (readonly string[])[],
): readonly FormViolation[] {
  const prime = new Set(keys.flat());
  const found = functional
    .filter(({ determinant }) => !keys.some((key) => key.every((name) => determinant.includes(name))))
    .flatMap(({ determinant, dependents }): readonly FormViolation[] => {
      const isPart = keys.some((key) => determinant.every((name) => key.includes(name)));
      const nonprime = dependents.filter((name) => !prime.has(name));
      const others = dependents.filter((name) => prime.has(name));
      return [
        { kind: isPart ? 'partial' : 'transitive', determinant, dependents: nonprime } as const,
        { kind: 'bcnf', determinant, dependents: others } as const,
      ].filter((violation) => violation.dependents.length > 0);
    });
  return [...found, ...multivalued.map((dependency) => ({ kind: 'multivalued' as const, ...dependency }))];
}

/** The first block of the basis that leaves another beside it, unless a smaller determinant divides it off already. */
function dividedBy(
  scheme: RelationScheme,
  attributes: readonly string[],
  determinant: readonly string[],
  closure: ReadonlySet<string>,
  known: readonly MultivaluedDependency[],
): readonly MultivaluedDependency[] {
  if (known.some((one) => one.determinant.every((name) => determinant.includes(name)))) return [];
  const blocks = dependencyBasis(scheme, determinant)
    .blocks.map((block) => attributes.filter((name) => block.includes(name) && !closure.has(name)))
    .filter((block) => block.length > 0);
  return blocks.length < 2 ? [] : blocks.map((dependents) => ({ determinant, dependents }));
}

function* subsetsBySize(
  names: readonly string[],
  isLeftOut: (subset: readonly string[]) => boolean,
  limit: number,
): Generator<readonly string[]> {
  let level: readonly { readonly set: readonly string[]; readonly next: number }[] = [{ set: [], next: 0 }];
  for (let count = 0; level.length > 0;) {
    const larger: { readonly set: readonly string[]; readonly next: number }[] = [];
    for (const { set, next } of level) {
      if (isLeftOut(set)) continue;
      if (count === limit) return;
      count += 1;
      yield set;
      for (let place = next; place < names.length; place += 1) {
        larger.push({ set: [...set, names[place] ?? ''], next: place + 1 });
      }
    }
    level = larger;
  }
}
