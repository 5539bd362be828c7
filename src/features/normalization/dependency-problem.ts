import type { FunctionalDependency, RelationScheme } from '#core/relational/dependency.ts';
import { dependencyText, type DependencyKind } from './dependency-words.ts';

/** A dependency as it is put together in the form. */
export interface DependencyDraft extends FunctionalDependency {
  readonly kind: DependencyKind;
}

export interface DraftProblem {
  readonly place: 'determinant' | 'dependents';
  readonly message: string;
}

/** Why a dependency cannot be stated as it stands; null when it can. `others` are those that are there already. */
export function draftProblem(
  draft: DependencyDraft,
  { attributes }: Pick<RelationScheme, 'attributes'>,
  others: readonly (DependencyDraft & { readonly by?: string })[],
): DraftProblem | null {
  const { determinant, dependents, kind } = draft;
  if (determinant.length === 0)
    return { place: 'determinant', message: 'Choose what determines: at least one attribute.' };
  if (dependents.length === 0)
    return { place: 'dependents', message: 'Choose what is determined: at least one attribute.' };
  if (dependents.every((name) => determinant.includes(name))) {
    return { place: 'dependents', message: 'What stands on both sides says nothing: that is true of every table.' };
  }
  if (kind === 'multivalued' && attributes.every((name) => determinant.includes(name) || dependents.includes(name))) {
    return {
      place: 'dependents',
      message: 'Nothing is left beside it to combine with: leave at least one attribute out.',
    };
  }
  const same = others.find((other) => isSameDependency(other, draft));
  if (same === undefined) return null;
  const words = dependencyText(draft, kind);
  return {
    place: 'dependents',
    message: same.by === undefined ? `${words} is stated already.` : `${words} is guarded by ${same.by} already.`,
  };
}

export function isSameDependency(one: DependencyDraft, other: DependencyDraft): boolean {
  return (
    one.kind === other.kind && isSameSet(one.determinant, other.determinant) && isSameSet(beside(one), beside(other))
  );
}

/** What a dependency says beyond what is true of every table. */
function beside({ determinant, dependents }: FunctionalDependency): readonly string[] {
  return dependents.filter((name) => !determinant.includes(name));
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((name) => other.includes(name)) && other.every((name) => one.includes(name));
}
