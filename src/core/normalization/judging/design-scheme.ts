import { attributeClosure } from '#core/relational/attribute-closure.ts';
import type { MultivaluedDependency, RelationScheme } from '#core/relational/dependency.ts';
import type { Design } from './read-design.ts';

/**
 * The scheme that a design divides: the attributes, and some of its surrogates with what the keys say of them. A
 * multivalued dependency is about all other attributes too, so a surrogate has to stand on one of its sides: where its
 * values come from. One whose values come from both sides numbers whole rows; no multivalued dependency leaves it in, and
 * it is left out where there are any.
 */
export function designScheme(
  { declared }: Pick<Design, 'declared'>,
  scheme: RelationScheme,
  surrogates: readonly string[],
): RelationScheme {
  const functional = [...scheme.functional, ...declared];
  const named = declared.flatMap(({ determinant, dependents }) => [...determinant, ...dependents]);
  const others = named.filter((name) => !scheme.attributes.includes(name));
  const all = { attributes: [...scheme.attributes, ...new Set([...surrogates, ...others])], functional };
  const sides = scheme.multivalued.map((dependency) => sidesOf(dependency, scheme.attributes, all, surrogates));
  const kept = surrogates.filter((name) => sides.every(({ mixed }) => !mixed.includes(name)));
  const attributes = [...scheme.attributes, ...kept];
  const multivalued = sides.map(({ determinant, dependents }) => ({
    determinant,
    dependents: dependents.filter((name) => attributes.includes(name)),
  }));
  return { attributes, functional: within(functional, attributes), multivalued };
}

interface Sides extends MultivaluedDependency {
  readonly mixed: readonly string[];
}

function sidesOf(
  { determinant, dependents }: MultivaluedDependency,
  attributes: readonly string[],
  all: Omit<RelationScheme, 'multivalued'>,
  surrogates: readonly string[],
): Sides {
  const closed = (from: readonly string[]): readonly string[] => attributeClosure(all, from).attributes;
  const own = closed([...determinant, ...dependents]);
  const rest = closed([...determinant, ...attributes.filter((name) => !dependents.includes(name))]);
  const [onOwn, mixed]: [string[], string[]] = [[], []];
  for (const surrogate of surrogates) {
    const values = closed([surrogate]).filter((name) => attributes.includes(name));
    if (own.includes(surrogate) || (!rest.includes(surrogate) && values.every((name) => own.includes(name)))) {
      onOwn.push(surrogate);
    } else if (!rest.includes(surrogate) && !values.every((name) => rest.includes(name))) mixed.push(surrogate);
  }
  return { determinant, dependents: [...dependents, ...onOwn], mixed };
}

/** Dependencies about these attributes only; of the others' right sides, what is among them. */
function within(functional: RelationScheme['functional'], attributes: readonly string[]): RelationScheme['functional'] {
  return functional
    .filter(({ determinant }) => determinant.every((name) => attributes.includes(name)))
    .map(({ determinant, dependents }) => ({
      determinant,
      dependents: dependents.filter((name) => attributes.includes(name)),
    }))
    .filter(({ dependents }) => dependents.length > 0);
}
