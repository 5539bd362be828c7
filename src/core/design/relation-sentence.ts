import { isSelf } from './naming.ts';
import type { Relation } from './relations.ts';
import { singular } from './singular.ts';

/** A relation read aloud, in both directions. */
export function relationSentence({ kind, from, to, isRequired, sharesKey }: Relation): string {
  const one = spoken(singular(from.name));
  const many = spoken(to.name);
  const each = spoken(singular(to.name));
  const other = isSelf(from, to) ? 'other ' : '';
  const belongs =
    isRequired || sharesKey
      ? `${withArticle(each)} belongs to exactly one ${other}${one}`
      : `${withArticle(each)} belongs to one ${other}${one} or to none`;
  switch (kind) {
    case 'one-to-many':
      return `One ${one} has many ${other}${many}; ${belongs}.`;
    case 'many-to-many':
      return `One ${one} has many ${other}${many}, and one ${each} has many ${other}${spoken(from.name)}.`;
    case 'one-to-one':
      return `One ${one} has at most one ${other}${each}; ${belongs}.`;
  }
}

function withArticle(word: string): string {
  // As it sounds: an hour, a user.
  const isVowel = /^(?:hour|honou?r|heir|[aeio]|un[^i]|u[^ns])/i.test(word) && !/^(?:eu|on[ce]|uni|us[ae])/i.test(word);
  return `${isVowel ? 'an' : 'a'} ${word}`;
}

function spoken(name: string): string {
  return name.replaceAll('_', ' ');
}
