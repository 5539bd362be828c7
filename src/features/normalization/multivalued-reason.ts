import { attributeClosure } from '#core/relational/attribute-closure.ts';
import type { FunctionalDependency, RelationScheme } from '#core/relational/dependency.ts';
import { dependencyText } from './dependency-words.ts';

/** Why a multivalued dependency follows without any other multivalued one. */
export type MultivaluedReason =
  | { readonly kind: 'trivial' }
  /** `isRest`: the functional one decides what stands neither left nor right. */
  | { readonly kind: 'functional'; readonly dependency: FunctionalDependency; readonly isRest: boolean };

/** X → Y implies X ↠ Y, and so does X → rest; null where neither holds: with functional dependencies alone it does not follow. */
export function multivaluedReason(
  scheme: RelationScheme,
  { determinant, dependents }: FunctionalDependency,
): MultivaluedReason | null {
  const right = dependents.filter((name) => !determinant.includes(name));
  const rest = scheme.attributes.filter((name) => !determinant.includes(name) && !right.includes(name));
  if (right.length === 0 || rest.length === 0) return { kind: 'trivial' };
  const { attributes } = attributeClosure(scheme, determinant);
  const decided = [right, rest].find((names) => names.every((name) => attributes.includes(name)));
  if (decided === undefined) return null;
  return { kind: 'functional', dependency: { determinant, dependents: decided }, isRest: decided === rest };
}

/** The reason in a sentence; names are code, as in `InlineCode`. */
export function reasonWords(reason: MultivaluedReason): string {
  if (reason.kind === 'trivial') return 'It follows: it is true of every table with these columns.';
  const words = `\`${dependencyText(reason.dependency, 'functional')}\``;
  return reason.isRest
    ? `It follows: ${words} makes it so. What is left of a row is decided then, and stands beside every value.`
    : `It follows: ${words} makes it so. One value is a set of values, too.`;
}
