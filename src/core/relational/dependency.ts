/**
 * The words of the theory. Attributes are named; a set of them is a list without repeats, in the order of the scheme
 * wherever this folder returns one.
 */

/** Rows that agree in the determinant agree in the dependents. An empty determinant: all rows agree in them. */
export interface FunctionalDependency {
  readonly determinant: readonly string[];
  readonly dependents: readonly string[];
}

/**
 * X →→ Y: for each value of X, the values of Y come with every combination of the rest. What the rest is depends on the
 * relation: the scheme's attributes without X and Y.
 */
export interface MultivaluedDependency {
  readonly determinant: readonly string[];
  readonly dependents: readonly string[];
}

/** A relation on paper: its attributes, and what is always true of its rows. */
export interface RelationScheme {
  readonly attributes: readonly string[];
  readonly functional: readonly FunctionalDependency[];
  readonly multivalued: readonly MultivaluedDependency[];
}

/** Normal forms by rank. A relation of the theory has one value per cell: it is never less than 1NF. */
export const normalForms = ['1NF', '2NF', '3NF', 'BCNF', '4NF'] as const;

export type NormalForm = (typeof normalForms)[number];

export function isAtLeast(form: NormalForm, wanted: NormalForm): boolean {
  return normalForms.indexOf(form) >= normalForms.indexOf(wanted);
}
