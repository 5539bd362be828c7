import { dependencyBasis, mixedClosure } from '#core/relational/dependency-basis.ts';
import type { MultivaluedDependency, RelationScheme } from '#core/relational/dependency.ts';
import { normalFormOf, type NormalFormViolation } from '#core/relational/normal-form.ts';
import { project } from '#core/relational/projection.ts';

/** What keeps a relation from a normal form. */
export interface FormViolation extends Pick<NormalFormViolation, 'kind' | 'key'> {
  /** In the relation. */
  readonly determinant: readonly string[];
  readonly dependents: readonly string[];
}

export interface RelationForm {
  readonly keys: readonly (readonly string[])[];
  readonly violations: readonly FormViolation[];
}

/** The keys and violations of some attributes of a scheme, by what the scheme's dependencies say of them. */
export function relationForm(scheme: RelationScheme, attributes: readonly string[]): RelationForm {
  const projected = project(scheme, attributes);
  const isInside = ({ determinant, dependents }: MultivaluedDependency): boolean =>
    [...determinant, ...dependents].every((name) => attributes.includes(name));
  // Where there is too much of it, what is stated of these attributes alone has to do.
  const functional = projected.ok ? projected.value : scheme.functional.filter(isInside);
  const { keys, violations } = normalFormOf({ attributes, functional, multivalued: [] });
  return {
    keys,
    violations: [
      ...violations.map(({ kind, key, dependency }) => ({ kind, key, ...dependency })),
      ...multivaluedIn(scheme, attributes).map((dependency) => ({
        kind: 'multivalued' as const,
        key: null,
        ...dependency,
      })),
    ],
  };
}

/** How many determinants are tried. */
const mostDeterminants = 4000;

/**
 * The multivalued dependencies that keep a part of a scheme from 4NF. X ↠ Y of the whole is X ↠ Y ∩ R in a part R that has
 * X, so each set of attributes that stand on left sides is asked for its basis, small sets first; a set that holds a key
 * of the part, or a determinant that offends already, has nothing new to say.
 */
function multivaluedIn(scheme: RelationScheme, attributes: readonly string[]): readonly MultivaluedDependency[] {
  if (scheme.multivalued.length === 0) return [];
  const left = new Set([...scheme.functional, ...scheme.multivalued].flatMap(({ determinant }) => determinant));
  const done: (readonly string[])[] = [];
  const found: MultivaluedDependency[] = [];
  for (const determinant of subsetsBySize(
    attributes.filter((name) => left.has(name)),
    (set) => done.some((smaller) => smaller.every((name) => set.includes(name))),
  )) {
    const closure = new Set(mixedClosure(scheme, determinant));
    const blocks = dependencyBasis(scheme, determinant)
      .blocks.map((block) => attributes.filter((name) => block.includes(name) && !closure.has(name)))
      .filter((block) => block.length > 0);
    if (blocks.length !== 1) done.push(determinant);
    if (blocks.length > 1) found.push(...blocks.map((dependents) => ({ determinant, dependents })));
  }
  return found;
}

function* subsetsBySize(
  names: readonly string[],
  isLeftOut: (subset: readonly string[]) => boolean,
): Generator<readonly string[]> {
  let level: readonly { readonly set: readonly string[]; readonly next: number }[] = [{ set: [], next: 0 }];
  for (let count = 0; level.length > 0;) {
    const larger: { readonly set: readonly string[]; readonly next: number }[] = [];
    for (const { set, next } of level) {
      if (isLeftOut(set)) continue;
      if (count === mostDeterminants) return;
      count += 1;
      yield set;
      for (let place = next; place < names.length; place += 1) {
        larger.push({ set: [...set, names[place] ?? ''], next: place + 1 });
      }
    }
    level = larger;
  }
}
