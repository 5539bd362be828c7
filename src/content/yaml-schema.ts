import * as v from 'valibot';
import { didYouMean } from './nearest.ts';
import { code, codeList } from './words.ts';

/**
 * Schemas for what an author writes in YAML. Every message is a predicate ("must be a whole number; found …") before
 * which the parser puts the key it is about.
 */

interface Found {
  readonly input: unknown;
}

/** A message that says what a value must be and what it is instead. */
export function mustBe(expectation: string): (found: Found) => string {
  return ({ input }) => `must be ${expectation}; found ${show(input)}.`;
}

function show(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (typeof input === 'string') return input.trim() === '' ? 'empty text' : `"${shorten(input)}"`;
  if (typeof input === 'number' || typeof input === 'bigint') return `the number ${input}`;
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'a map of keys and values' : JSON.stringify(input);
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** Text that says something. A number is no text: YAML drops its leading zeros, so the author must quote it. */
export const text = v.pipe(
  v.string(({ input }) => {
    const advice = typeof input === 'number' || typeof input === 'boolean' ? `; put it in quotes: "${input}"` : '';
    return `must be text; found ${show(input)}${advice}.`;
  }),
  v.check((value) => value.trim() !== '', mustBe('text')),
);

export const flag = v.boolean(mustBe('`true` or `false`'));

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return v.picklist(
    words,
    ({ input }) =>
      `must be ${codeList(words, 'or')}; found ${show(input)}.` +
      (typeof input === 'string' ? didYouMean(input, words) : ''),
  );
}

/** A list of at least one item; `items` names them in the plural. */
export function listOf<const Item extends v.GenericSchema>(item: Item, items: string) {
  return v.pipe(v.array(item, mustBe(`a list of ${items}`)), v.minLength(1, `must name at least one of its ${items}.`));
}

/** A map from names that the author chooses; `what` says what it maps from and to. */
export function mapOf<const Value extends v.GenericSchema>(value: Value, what: string) {
  const message = mustBe(what);
  return v.pipe(v.custom<Readonly<Record<string, unknown>>>(isPlainMap, message), v.record(v.string(), value, message));
}

/**
 * A map of known keys. Unlike valibot's own strict object it reports every unknown key, with the nearest known one,
 * and takes no list for a map.
 */
export function closedMap<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const known = Object.keys(entries);
  const expectation = mustBe(`a map with the keys ${codeList(known)}`);
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isPlainMap, expectation),
    v.looseObject(entries, ({ expected }) => `lacks the key ${code(expected.replaceAll('"', ''))}.`),
    v.rawCheck(({ dataset, addIssue }) => {
      const input = dataset.value;
      if (!isPlainMap(input)) return;
      for (const key of Object.keys(input).filter((each) => !Object.hasOwn(entries, each))) {
        addIssue({
          message: unknownKey(key, input[key], known),
          path: [{ type: 'object', origin: 'key', input, key, value: input[key] }],
        });
      }
    }),
  );
}

function unknownKey(key: string, value: unknown, known: readonly string[]): string {
  const near = didYouMean(key, known);
  const isTornText = value === null && /[\s()]/.test(key);
  const advice = isTornText ? ' Inside braces a comma ends a value: put text that holds commas in quotes.' : near;
  return `has an unknown key ${code(key)}; known are ${codeList(known)}.${advice}`;
}

/** Whether YAML's value is a map, which is neither a list nor nothing. */
export function isPlainMap(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
