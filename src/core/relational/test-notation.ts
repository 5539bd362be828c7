import type { FunctionalDependency, RelationScheme } from './dependency.ts';

/** A scheme as textbooks write it: `scheme('ABCD', 'AB>C C>D')`; what stands left of a `>` may be nothing. */
export function scheme(attributes: string, functional: string, multivalued = ''): RelationScheme {
  return { attributes: attributes.split(''), functional: rules(functional), multivalued: rules(multivalued) };
}

export function rules(text: string): readonly FunctionalDependency[] {
  return text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [determinant = '', dependents = ''] = each.split('>');
      return { determinant: determinant.split(''), dependents: dependents.split('') };
    });
}

export function written(functional: readonly FunctionalDependency[]): string {
  return functional.map(({ determinant, dependents }) => `${determinant.join('')}>${dependents.join('')}`).join(' ');
}

/** n pairs of attributes that determine each other. */
export function pairs(count: number): RelationScheme {
  const names = Array.from({ length: count }, (_, place) => [`a${place}`, `b${place}`] as const);
  return {
    attributes: names.flat(),
    functional: names.flatMap(([a, b]) => [
      { determinant: [a], dependents: [b] },
      { determinant: [b], dependents: [a] },
    ]),
    multivalued: [],
  };
}
