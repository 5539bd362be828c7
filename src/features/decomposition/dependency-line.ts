import { writeNames } from '#core/catalog/name-tokens.ts';
import type { ViolatingDependency } from '#core/normalization/table-split.ts';

/** As it is read: `a, b → c`, or `a ↠ b`. */
export function dependencyLine({ determinant, dependents, kind }: ViolatingDependency): string {
  const left = determinant.length === 0 ? '∅' : writeNames(determinant);
  return `${left} ${kind === 'functional' ? '→' : '↠'} ${writeNames(dependents)}`;
}
