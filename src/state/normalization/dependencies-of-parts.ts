import type { Table } from '#core/catalog/catalog.ts';
import { declaredDependencies } from '#core/normalization/declared-dependencies.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { implies } from '#core/relational/implication.ts';
import { project } from '#core/relational/projection.ts';
import { isSameData } from '#core/shared/same-data.ts';
import type { StatedDependency } from './normalization-slice.ts';

interface Split {
  /** Before it. */
  readonly table: Table;
  readonly stated: readonly StatedDependency[];
  readonly parts: readonly Table[];
}

export interface PartDependencies {
  readonly part: Table;
  /** What is said of it besides its keys. */
  readonly stated: readonly StatedDependency[];
  readonly scheme: RelationScheme;
}

/**
 * What was always true of a table, of each of its parts: functional dependencies by projection, multivalued ones cut down
 * to the part where their determinant is in it. What the part's own keys say is not said again.
 */
export function dependenciesOfParts({ table, stated, parts }: Split): readonly PartDependencies[] {
  const attributes = table.columns.map(({ name }) => name);
  const isThere = ({ determinant, dependents }: StatedDependency): boolean =>
    [...determinant, ...dependents].every((name) => attributes.includes(name));
  const live = stated.filter(isThere);
  const functional = [...declaredDependencies(table), ...live.filter(({ kind }) => kind === 'functional')];
  return parts.map((part) => {
    const names = part.columns.map(({ name }) => name);
    const projected = project({ attributes, functional, multivalued: [] }, names);
    const declared = declaredDependencies(part);
    const own: readonly StatedDependency[] = [
      ...(projected.ok ? projected.value : [])
        .filter((dependency) => !implies(declared, dependency))
        .map((dependency) => ({ ...dependency, kind: 'functional' as const, origin: originOf(dependency, live) })),
      ...multivaluedOf(names, live),
    ];
    return {
      part,
      stated: own,
      scheme: {
        attributes: names,
        functional: [...declared, ...own.filter(({ kind }) => kind === 'functional')],
        multivalued: own.filter(({ kind }) => kind === 'multivalued'),
      },
    };
  });
}

function originOf(
  { determinant, dependents }: Pick<StatedDependency, 'determinant' | 'dependents'>,
  stated: readonly StatedDependency[],
): StatedDependency['origin'] {
  const source = stated.find(
    (one) => isSameData(one.determinant, determinant) && dependents.every((name) => one.dependents.includes(name)),
  );
  return source?.origin ?? 'stated';
}

function multivaluedOf(names: readonly string[], stated: readonly StatedDependency[]): readonly StatedDependency[] {
  return stated
    .filter(({ kind, determinant }) => kind === 'multivalued' && determinant.every((name) => names.includes(name)))
    .map((one) => ({ ...one, dependents: one.dependents.filter((name) => names.includes(name)) }))
    .filter(({ determinant, dependents }) => {
      const free = dependents.filter((name) => !determinant.includes(name));
      return free.length > 0 && names.some((name) => !determinant.includes(name) && !free.includes(name));
    });
}
