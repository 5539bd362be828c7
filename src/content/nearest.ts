import { nearest } from '#core/shared/nearest.ts';

/** A sentence to append to a complaint about `word`: empty when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = nearest(word, candidates);
  return candidate === null ? '' : ` Did you mean \`${candidate}\`?`;
}
