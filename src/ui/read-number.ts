import { formatNumber } from './format-number.ts';

/** What may be typed. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

export type TypedNumber =
  | { readonly kind: 'number'; readonly value: number }
  /** Says what is allowed and what was found. */
  | { readonly kind: 'problem'; readonly message: string };

const grouped = /^[+-]?\d{1,3}(?:[, \u00A0\u202F]\d{3})+(?:\.\d+)?$/;
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The number that a text means: `1234`, `1,234`, `0.5`, `1e6`; within the range, or the words that say why not. */
export function readNumber(text: string, range: NumberRange): TypedNumber {
  const typed = text.trim().replace('−', '-');
  if (typed === '') return problem(range, 'nothing is typed');
  const value = plain.test(typed) || grouped.test(typed) ? Number(typed.replaceAll(/[, \u00A0\u202F]/g, '')) : NaN;
  if (!Number.isFinite(value)) return problem(range, `“${shorten(typed)}” is no number`);
  if (range.isWhole && !Number.isInteger(value)) return problem(range, `${shorten(typed)} is not whole`);
  if (value < range.least) return problem(range, `${shorten(typed)} is less`);
  if (value > range.most) return problem(range, `${shorten(typed)} is more`);
  return { kind: 'number', value };
}

function problem({ least, most, isWhole }: NumberRange, found: string): TypedNumber {
  const allowed = `from ${formatNumber(least, 12)} to ${formatNumber(most, 12)}`;
  return { kind: 'problem', message: `${isWhole ? 'A whole number' : 'A number'} ${allowed}; ${found}.` };
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

/** A number as it is typed: never grouped, never rounded. */
export function printNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}
