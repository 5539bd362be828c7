/**
 * Table names as English nouns, for sentences: `order_items` is "an order item", "order items". A table may be named in
 * the singular or the plural. What is no plain name in lower case is not bent: "a row of “Order Items”".
 *
 * Left out: most irregular plurals, and every other language. A wrong guess reads oddly and says nothing false.
 */
export interface Noun {
  /** `order item`, or `row of audit.entries`. */
  readonly one: string;
  /** With its article: `an order item`. */
  readonly aOne: string;
  readonly many: string;
}

const irregular: readonly (readonly [one: string, many: string])[] = [
  ['person', 'people'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['movie', 'movies'],
  ['cookie', 'cookies'],
  ['cache', 'caches'],
  ['shoe', 'shoes'],
  ['shelf', 'shelves'],
  ['datum', 'data'],
  ['series', 'series'],
  ['species', 'species'],
  ['news', 'news'],
  ['staff', 'staff'],
  ['equipment', 'equipment'],
  ['inventory', 'inventory'],
  ['history', 'history'],
  ['stock', 'stock'],
];

export function nounOf(name: string): Noun {
  if (!/^[a-z]+(_[a-z]+)*$/.test(name)) return rowsOf(`“${name}”`);
  const words = name.split('_');
  const last = words.pop() ?? '';
  const before = words.map((word) => `${word} `).join('');
  const known = irregular.find(([one, many]) => last === one || last === many);
  const single = known?.[0] ?? singularOf(last);
  const one = before + single;
  return { one, aOne: `${articleOf(one)} ${one}`, many: before + (known?.[1] ?? pluralOf(single)) };
}

/** For what is told by its whole name only. */
export function rowsOf(name: string): Noun {
  return { one: `row of ${name}`, aOne: `a row of ${name}`, many: `rows of ${name}` };
}

function singularOf(word: string): string {
  // Address, status, analysis: these end so in the singular.
  if (!word.endsWith('s') || /(ss|us|is)$/.test(word) || word.length < 3) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word.endsWith('zzes')) return word.slice(0, -3);
  if (/(ss|x|ch|sh|o|[^ao]us)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (word.endsWith('is')) return `${word.slice(0, -2)}es`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function articleOf(words: string): string {
  if (/^(uni|use|usa|uti|eu|one)/.test(words)) return 'a';
  return /^([aeiou]|hour|honou?r)/.test(words) ? 'an' : 'a';
}
