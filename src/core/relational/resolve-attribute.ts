import type { NameToken } from '#core/catalog/name-tokens.ts';
import { nearest } from '#core/shared/nearest.ts';
import { err, ok, type Result } from '#core/shared/result.ts';

/**
 * The attributes that a name stands for, or, as the error, the attribute that comes nearest if any does. A name that is
 * not quoted is looked for in lower case, as SQL would, then as it is written: textbooks write `A -> B`; then, where all
 * attributes are single characters, as several of them: textbooks write `AB -> C`.
 */
export function resolveAttribute(
  { name, text, isQuoted }: NameToken & { readonly kind: 'name' },
  attributes: readonly string[] | null,
): Result<readonly string[], string | null> {
  if (attributes === null || attributes.includes(name)) return ok([name]);
  if (!isQuoted && attributes.includes(text)) return ok([text]);
  if (!isQuoted && attributes.every((attribute) => Array.from(attribute).length === 1)) {
    const letters = Array.from(text).map((letter) => {
      const folded = letter.toLowerCase();
      return attributes.includes(letter) ? letter : attributes.includes(folded) ? folded : null;
    });
    const known = letters.filter((letter) => letter !== null);
    if (known.length === letters.length) return ok(known);
  }
  return err(nearest(name, attributes));
}
