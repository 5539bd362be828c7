import { attributeClosure } from '#core/relational/attribute-closure.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { DiscoveryReport, FoundDependency } from './discovery.ts';

/**
 * What answers for it that something stays true: the table's own declarations, what the learner has stated (with them), or
 * nothing but the rows as they are. Rows show what is; what must be is not written in them.
 */
export type Ground = 'declared' | 'stated' | 'rows';

/** Dependencies of one determinant and one ground, by the columns' names. */
export interface Finding {
  readonly determinant: readonly string[];
  readonly dependents: readonly string[];
  readonly ground: Ground;
}

/** What holds but for `brokenBy` rows. */
export interface NearFinding extends Finding {
  readonly brokenBy: number;
}

export interface Findings {
  /** Each determines all other columns. */
  readonly uniques: readonly Finding[];
  readonly exact: readonly Finding[];
  /** Those with the fewest columns first, and of these the best. */
  readonly nearly: readonly NearFinding[];
}

/** Names what was found, and says of each what answers for it. Determinants with the fewest columns first. */
export function findingsOf(
  { uniques, exact, nearly }: Pick<DiscoveryReport, 'uniques' | 'exact' | 'nearly'>,
  columns: readonly string[],
  known: { readonly declared: readonly FunctionalDependency[]; readonly stated: readonly FunctionalDependency[] },
): Findings {
  const names = (places: readonly number[]): readonly string[] => places.flatMap((place) => columns[place] ?? []);
  const groundOf = groundsIn(columns, known);
  const named = ({ determinant, dependent, brokenBy }: FoundDependency) => ({
    determinant: names(determinant),
    dependents: names([dependent]),
    brokenBy,
  });
  return {
    uniques: uniques.map(names).map((determinant) => {
      const dependents = columns.filter((name) => !determinant.includes(name));
      return { determinant, dependents, ground: groundOf({ determinant, dependents }) };
    }),
    exact: grouped(
      exact.map(named).map((each) => ({ ...each, ground: groundOf(each) })),
      columns,
    ),
    nearly: nearly
      .map(named)
      .map((each) => ({ ...each, ground: groundOf(each) }))
      .toSorted((one, other) => one.determinant.length - other.determinant.length || one.brokenBy - other.brokenBy),
  };
}

/** One closure for each determinant. */
function groundsIn(
  columns: readonly string[],
  { declared, stated }: Parameters<typeof findingsOf>[2],
): (dependency: FunctionalDependency) => Ground {
  const closures = new Map<string, { readonly declared: ReadonlySet<string>; readonly stated: ReadonlySet<string> }>();
  const closureOf = (functional: readonly FunctionalDependency[], determinant: readonly string[]) =>
    new Set(attributeClosure({ attributes: columns, functional }, determinant).attributes);
  return ({ determinant, dependents }) => {
    const key = JSON.stringify(determinant);
    const known = closures.get(key) ?? {
      declared: closureOf(declared, determinant),
      stated: closureOf([...declared, ...stated], determinant),
    };
    closures.set(key, known);
    if (dependents.every((name) => known.declared.has(name))) return 'declared';
    return dependents.every((name) => known.stated.has(name)) ? 'stated' : 'rows';
  };
}

function grouped(findings: readonly Finding[], columns: readonly string[]): readonly Finding[] {
  const groups = new Map<string, { readonly first: Finding; readonly dependents: string[] }>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.ground, finding.determinant]);
    const group = groups.get(key) ?? { first: finding, dependents: [] };
    group.dependents.push(...finding.dependents);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ first: { determinant, ground }, dependents }) => ({
      determinant,
      dependents: columns.filter((name) => dependents.includes(name)),
      ground,
    }))
    .toSorted((one, other) => one.determinant.length - other.determinant.length);
}
