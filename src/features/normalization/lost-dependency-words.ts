import type { LostDependency } from '#core/relational/dependency-preservation.ts';
import { dependencyText, namesInSentence } from './dependency-words.ts';

/** A dependency that a split loses, and how far the parts still carry its determinant. */
export function lostDependencyWords({ dependency, reached, missing }: LostDependency, isShort: boolean): string {
  const words = `\`${dependencyText(dependency, 'functional')}\``;
  if (isShort) return words;
  const beyond = reached.filter((name) => !dependency.determinant.includes(name));
  const still = beyond.length === 0 ? 'nothing' : namesInSentence(beyond);
  return `${words}: within the parts ${namesInSentence(dependency.determinant)} tells ${still}, and not ${namesInSentence(missing, 'or')}`;
}
