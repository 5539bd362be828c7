import type { LostDependency } from '#core/relational/dependency-preservation.ts';
import { dependencyText, namesInSentence } from './dependency-words.ts';

/** A dependency that a split loses, and how far the parts still carry its determinant. */
export function lostDependencyWords({ dependency, reached, missing }: LostDependency, isShort: boolean): string {
  const words = `\`${dependencyText(dependency, 'functional')}\``;
  if (isShort) return words;
  const beyond = reached.filter((name) => !dependency.determinant.includes(name));
  const tells = dependency.determinant.length > 1 ? 'tell' : 'tells';
  const left = namesInSentence(dependency.determinant);
  const lost = namesInSentence(missing, 'or');
  if (beyond.length === 0) return `${words}: within the parts ${left} ${tells} nothing of ${lost}.`;
  return `${words}: within the parts ${left} ${tells} ${namesInSentence(beyond)}, and not ${lost}.`;
}
