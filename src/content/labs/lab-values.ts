import { err, ok, type Result } from '#core/shared/result.ts';
import { largestSeed } from '#core/shared/random.ts';
import { didYouMean } from '#content/nearest.ts';
import { codeList } from '#content/words.ts';
import type { ChoiceField, FieldProblem, LabCard, LabField, LabValue, LabValues, NumberField } from './lab-card.ts';

/** What a lab begins with where nobody says anything. */
export function initialValues(card: LabCard): LabValues {
  return Object.fromEntries(card.fields.map(({ path, initial }) => [path, initial]));
}

/** What is set where the lab opens on its own. */
export function exampleValues(card: LabCard): LabValues {
  return { ...initialValues(card), ...card.example };
}

export interface CheckedValues {
  /** Complete: what was absent or wrong has its initial value. */
  readonly values: LabValues;
  readonly problems: readonly FieldProblem[];
}

/** Values from anywhere, held against the card. */
export function checkValues(card: LabCard, raw: Readonly<Record<string, unknown>>): CheckedValues {
  const paths = card.fields.map(({ path }) => path);
  const problems: FieldProblem[] = Object.keys(raw)
    .filter((path) => !paths.includes(path))
    .map((path) => unknownPath(card, path));
  const values: Record<string, LabValue> = {};
  for (const field of card.fields) {
    const given = Object.hasOwn(raw, field.path) ? raw[field.path] : undefined;
    const checked = given === undefined ? ok(field.initial) : checkValue(field, given);
    values[field.path] = checked.ok ? checked.value : field.initial;
    if (!checked.ok) problems.push({ path: field.path, message: checked.error });
  }
  // What is wrong alone is not held against the others as well.
  return { values, problems: problems.length > 0 ? problems : card.check(values) };
}

/** What to say of a parameter that the card does not have. */
export function unknownPath(card: LabCard, path: string): FieldProblem {
  const paths = card.fields.map((field) => field.path);
  return { path, message: `is no parameter of ${card.title}.${didYouMean(path, paths)}` };
}

/** A value of a field, or what is allowed and what was found. */
export function checkValue(field: LabField, given: unknown): Result<LabValue, string> {
  switch (field.kind) {
    case 'number':
      return checkNumber(field, given);
    case 'choice':
      return checkChoice(field, given);
    case 'text':
      return field.read(given);
  }
}

function checkNumber(field: NumberField, given: unknown): Result<number, string> {
  const whole = field.isWhole ? 'a whole number ' : '';
  const allowed = `must be ${whole}from ${numeral(field.least)} to ${numeral(field.most)}; found ${found(given)}`;
  if (typeof given !== 'number' || !Number.isFinite(given)) return err(allowed);
  if (given < field.least || given > field.most || (field.isWhole && !Number.isInteger(given))) return err(allowed);
  // Minus zero is written and shared as zero.
  return ok(given === 0 ? 0 : given);
}

function checkChoice(field: ChoiceField, given: unknown): Result<string, string> {
  const options = field.options.map(({ value }) => value);
  if (typeof given === 'string' && options.includes(given)) return ok(given);
  const guess = typeof given === 'string' ? didYouMean(given, options) : '';
  return err(`must be ${codeList(options, 'or')}; found ${found(given)}.${guess}`);
}

/** A seed as it is typed or stands in an address. */
export function readSeed(text: string): Result<number, string> {
  const trimmed = text.trim();
  const seed = /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (seed <= largestSeed) return ok(seed);
  return err(`must be a whole number from 0 to ${numeral(largestSeed)}; found ${found(trimmed)}`);
}

function numeral(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 20 });
}

function found(given: unknown): string {
  switch (typeof given) {
    case 'number':
      return Number.isNaN(given) ? 'no number' : numeral(given);
    case 'string':
      return given.trim() === '' ? 'nothing' : `“${shortened(given)}”`;
    case 'boolean':
      return String(given);
    case 'undefined':
      return 'nothing';
    case 'object':
      if (given === null) return 'nothing';
      return Array.isArray(given) ? 'a list' : 'a map';
    case 'bigint':
    case 'symbol':
    case 'function':
      return 'something else';
  }
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
