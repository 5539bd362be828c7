import type { FunctionalDependency } from '#core/relational/dependency.ts';

export type DependencyKind = 'functional' | 'multivalued';

export const arrows: Readonly<Record<DependencyKind, string>> = { functional: '→', multivalued: '↠' };

/** A name as it is read: with quotes only where it would run into what stands around it. */
export function nameText(name: string): string {
  // A backtick would end the code in which names are set.
  return /^[\p{L}_][\p{L}\p{M}\p{N}_$]*$/u.test(name) ? name : `"${name.replaceAll('"', '""').replaceAll('`', '´')}"`;
}

/** As in `a, b`; the empty set is `∅`. */
export function namesText(names: readonly string[]): string {
  return names.length === 0 ? '∅' : names.map(nameText).join(', ');
}

/** As in `a, b → c`. */
export function dependencyText({ determinant, dependents }: FunctionalDependency, kind: DependencyKind): string {
  return `${namesText(determinant)} ${arrows[kind]} ${namesText(dependents)}`;
}

/** As in `(a, b)`; a key of nothing belongs to a relation of at most one row. */
export function keyText(key: readonly string[]): string {
  return key.length === 0 ? '∅' : `(${namesText(key)})`;
}

/** Names as a part of a sentence, as code: `a`, `b` and `c`. */
export function namesInSentence(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const quoted = names.map((name) => `\`${nameText(name)}\``);
  const last = quoted.pop();
  if (last === undefined) return 'nothing';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${joint} ${last}`;
}

/** What a dependency claims of the rows, today and ever after. */
export function meaningWords(
  { determinant, dependents }: FunctionalDependency,
  kind: DependencyKind,
  attributes: readonly string[],
): string {
  const right = namesInSentence(dependents.filter((name) => !determinant.includes(name)));
  if (kind === 'functional') {
    if (determinant.length === 0) return `All rows agree in ${right}, today and ever after.`;
    return `Rows that agree in ${namesInSentence(determinant)} agree in ${right}, today and ever after.`;
  }
  const rest = attributes.filter((name) => !determinant.includes(name) && !dependents.includes(name));
  const each = determinant.length === 0 ? 'In the whole table' : `For each ${namesInSentence(determinant)}`;
  return `${each}, every ${right} stands beside every ${namesInSentence(rest)}: one tells nothing about the other.`;
}
