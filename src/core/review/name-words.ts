/** The words that a name is made of, in lower case: `unitPrice`, `unit_price` and `Unit price` are the same two. */
export function nameWords(name: string): readonly string[] {
  return name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** One of what an English plural names, as far as names of tables need it. */
export function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.replace(/ies$/, 'y');
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.replace(/es$/, '');
  return word.replace(/s$/, '');
}

/** The words of a table's name for one of its rows: `order_items` is `order item`. */
export function rowWords(table: string): readonly string[] {
  const words = nameWords(table);
  return words.map((word, place) => (place === words.length - 1 ? singular(word) : word));
}

/** More than one of it: `category` is `categories`. */
export function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
