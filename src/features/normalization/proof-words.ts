import type { ProofLine } from '#core/relational/dependency-proof.ts';
import { namesText } from './dependency-words.ts';

/** The rule of a line of a proof, with the lines it rests on, as in `transitivity, from 1 and 3`. */
export function ruleWords({ rule, from, added }: ProofLine): string {
  const rests = from.length === 0 ? '' : ` of ${from.map((line) => `(${line})`).join(' and ')}`;
  switch (rule) {
    case 'given':
      return 'given';
    case 'reflexivity':
      return 'reflexivity: the right side is a part of the left';
    case 'augmentation':
      return `augmentation${rests} by ${namesText(added)}`;
    case 'transitivity':
    case 'union':
    case 'decomposition':
      return `${rule}${rests}`;
  }
}
