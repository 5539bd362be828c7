import { err, ok, type Result } from '#core/shared/result.ts';
import { mostEvents } from '#core/shared/simulation/simulation-run.ts';
import type { FieldProblem, LabCard, LabField, LabValue, LabValues } from './lab-card.ts';
import { shownFields } from './shown-fields.ts';
import { checkValue, checkValues, exampleValues, readSeed, unknownPath } from './lab-values.ts';

/** A lab as it can be shared: what is set, by which chance, which moment is looked at, and a second future. */
export interface LabAddress {
  readonly values: LabValues;
  readonly seed: number;
  /** The moment's number; null where none was chosen. */
  readonly at: number | null;
  readonly fork: LabFork | null;
}

export interface LabFork {
  /** The moment that it begins at. */
  readonly at: number;
  readonly values: LabValues;
}

/** What an address calls something else than a field; no field may be called so. */
export const addressWords = { seed: 'seed', at: 'at', fork: 'fork.' } as const;

export const usualSeed = 1;

/** The parameters of an address: only what differs from the lab's example, and of a fork what differs from its run. */
export function writeLabAddress(card: LabCard, address: LabAddress): [name: string, text: string][] {
  const pairs = differences(card, exampleValues(card), address.values, '');
  if (address.seed !== usualSeed) pairs.push([addressWords.seed, String(address.seed)]);
  if (address.at !== null) pairs.push([addressWords.at, String(address.at)]);
  if (address.fork !== null) {
    pairs.push([`${addressWords.fork}at`, String(address.fork.at)]);
    pairs.push(...differences(card, address.values, address.fork.values, addressWords.fork));
  }
  return pairs;
}

function differences(card: LabCard, from: LabValues, to: LabValues, prefix: string): [string, string][] {
  return shownFields(card).flatMap(({ path }): [string, string][] => {
    const value = to[path];
    return value === undefined || value === from[path] ? [] : [[prefix + path, String(value)]];
  });
}

export interface ReadAddress {
  /** Complete: what was broken is as if it were not there. */
  readonly address: LabAddress;
  /** By the parameters' own names, a fork's with their `fork.`. */
  readonly problems: readonly FieldProblem[];
}

/** Reads parameters that anyone may have written; a `URLSearchParams` is such pairs. */
export function readLabAddress(card: LabCard, pairs: Iterable<readonly [name: string, text: string]>): ReadAddress {
  const problems: FieldProblem[] = [];
  const given = new Map<string, string>();
  for (const [name, text] of pairs) {
    if (given.has(name)) problems.push({ path: name, message: 'is there more than once; the first one counts' });
    else given.set(name, text);
  }
  function read<T>(name: string, reader: (text: string) => Result<T, string>): T | null {
    const text = given.get(name);
    if (text === undefined) return null;
    given.delete(name);
    const value = reader(text);
    if (value.ok) return value.value;
    problems.push({ path: name, message: value.error });
    return null;
  }

  const seed = read(addressWords.seed, readSeed) ?? usualSeed;
  const at = read(addressWords.at, readMoment);
  const forkAt = read(`${addressWords.fork}at`, readMoment);
  const [ofRun, ofFork] = [new Map<string, string>(), new Map<string, string>()];
  for (const [name, text] of given) {
    if (name.startsWith(addressWords.fork)) ofFork.set(name.slice(addressWords.fork.length), text);
    else ofRun.set(name, text);
  }
  const values = readValues(card, exampleValues(card), ofRun, '', problems);
  if (forkAt === null) {
    const isLost = ofFork.size > 0 && !problems.some(({ path }) => path === `${addressWords.fork}at`);
    if (isLost)
      problems.push({ path: `${addressWords.fork}at`, message: 'must say the moment at which the fork begins' });
    return { address: { values, seed, at, fork: null }, problems };
  }
  const fork = { at: forkAt, values: readValues(card, values, ofFork, addressWords.fork, problems) };
  return { address: { values, seed, at, fork }, problems };
}

function readValues(
  card: LabCard,
  base: LabValues,
  given: ReadonlyMap<string, string>,
  prefix: string,
  problems: FieldProblem[],
): LabValues {
  const values: Record<string, LabValue> = { ...base };
  const found: FieldProblem[] = [];
  for (const [path, text] of given) {
    const field = card.fields.find((candidate) => candidate.path === path);
    if (field === undefined) {
      found.push(unknownPath(card, path));
      continue;
    }
    const value = checkValue(field, readValue(field, text));
    if (value.ok) values[path] = value.value;
    else found.push({ path, message: value.error });
  }
  found.push(...checkValues(card, values).problems);
  problems.push(...found.map(({ path, message }) => ({ path: prefix + path, message })));
  return values;
}

/** As JavaScript writes numbers; anything else stays the text that it is, and is refused as one. */
function readValue(field: LabField, text: string): LabValue {
  const trimmed = text.trim();
  return field.kind === 'number' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : trimmed;
}

function readMoment(text: string): Result<number, string> {
  const moment = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (moment <= mostEvents) return ok(moment);
  return err(
    `must be the number of a moment, from 0 to ${mostEvents.toLocaleString('en')}; found “${text.slice(0, 40)}”`,
  );
}
