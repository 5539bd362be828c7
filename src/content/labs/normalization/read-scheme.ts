import type { RelationScheme } from '#core/relational/dependency.ts';
import { readDependencies, type DependencyProblem, type WrittenDependency } from '#core/relational/dependency-text.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import { readAttributes } from './read-attributes.ts';

export interface ReadScheme {
  /** Without what could not be read. */
  readonly scheme: RelationScheme;
  /** What is wrong with the dependencies as they stand, and what in them says nothing. */
  readonly problems: readonly DependencyProblem[];
}

/** The relation that values describe. */
export function readScheme(values: LabValues): ReadScheme {
  const read = readAttributes(String(values['attributes']));
  const attributes = read.ok ? read.value : [];
  const { dependencies, problems } = readDependencies(String(values['dependencies']), attributes);
  return { scheme: schemeOf(attributes, dependencies), problems };
}

/** What a lesson says is meant; without any dependency it says nothing. */
export function readMeant(values: LabValues): ReadScheme {
  const { dependencies, problems } = readDependencies(String(values['meant']), null);
  const names = dependencies.flatMap(({ determinant, dependents }) => [...determinant, ...dependents]);
  return { scheme: schemeOf([...new Set(names)], dependencies), problems };
}

function schemeOf(attributes: readonly string[], dependencies: readonly WrittenDependency[]): RelationScheme {
  const ofKind = (kind: WrittenDependency['kind']) =>
    dependencies
      .filter((dependency) => dependency.kind === kind)
      .map(({ determinant, dependents }) => ({ determinant, dependents }));
  return { attributes, functional: ofKind('functional'), multivalued: ofKind('multivalued') };
}
