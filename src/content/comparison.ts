import { err, ok, type Result } from '#core/shared/result.ts';
import { normalForms } from '#core/relational/dependency.ts';
import { codeList } from './words.ts';

/** What a figure must be, as an author writes it: `<= 20`, `between 1 and 3`, `>= BCNF`. */
export type Comparison = (
  | { readonly kind: 'to'; readonly operator: ComparisonOperator; readonly number: number }
  /** Both ends count. */
  | { readonly kind: 'between'; readonly least: number; readonly most: number }
) & {
  /** The author named normal forms: the numbers are their ranks. */
  readonly of?: 'normal forms';
};

export type ComparisonOperator = (typeof operators)[number];

const operators = ['<', '<=', '=', '!=', '>=', '>'] as const;

const numeral = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;

/** What might be meant as the name of a normal form, `5NF` too. */
const formName = String.raw`\d?[a-z]*nf`;

/** Fails with what was expected, to follow "must be". */
export function parseComparison(text: string): Result<Comparison, string> {
  const names = text.match(new RegExp(String.raw`\b${formName}\b`, 'gi')) ?? [];
  if (names.length === 0) return parseNumbers(text);
  const ranks = names.map((name) => normalForms.findIndex((form) => form === name.toUpperCase()));
  if (ranks.includes(-1)) return err(formExpectation);
  let next = 0;
  const read = parseNumbers(text.replaceAll(new RegExp(String.raw`\b${formName}\b`, 'gi'), () => `${ranks[next++]}`));
  const isMixed = read.ok && read.value.kind === 'between' && names.length === 1;
  return read.ok && !isMixed ? ok({ ...read.value, of: 'normal forms' }) : err(formExpectation);
}

function parseNumbers(text: string): Result<Comparison, string> {
  const between = new RegExp(`^between\\s+(${numeral})\\s+and\\s+(${numeral})$`, 'i').exec(text.trim());
  if (between !== null) {
    const [least, most] = [Number(between[1]), Number(between[2])];
    if (least <= most) return ok({ kind: 'between', least, most });
    return err(`${expectation}, the lesser number first`);
  }
  const [, sign = '', number] = new RegExp(`^([<>=!≤≥]*)\\s*(${numeral})$`, 'i').exec(text.trim()) ?? [];
  const operator = operators.find((each) => each === sign);
  if (operator !== undefined && number !== undefined) return ok({ kind: 'to', operator, number: Number(number) });
  if (number !== undefined && sign !== '') return err(`${expectation}; the operators are ${codeList(operators)}`);
  return err(expectation);
}

const expectation = 'a comparison such as `<= 20` or `between 1 and 3`';
const formExpectation = `a comparison with a normal form, such as \`>= BCNF\`; known are ${codeList(normalForms)}`;

/** Whether a figure is as it must be. NaN, which stands for a figure that nothing was measured for, never is. */
export function holds(is: Comparison, figure: number): boolean {
  if (Number.isNaN(figure)) return false;
  if (is.kind === 'between') return is.least <= figure && figure <= is.most;
  switch (is.operator) {
    case '<':
      return figure < is.number;
    case '<=':
      return figure <= is.number;
    case '=':
      return figure === is.number;
    case '!=':
      return figure !== is.number;
    case '>=':
      return figure >= is.number;
    case '>':
      return figure > is.number;
  }
}

/** "at most 20 ms", with numbers as `write` puts them. */
export function comparisonWords(is: Comparison, write: (number: number) => string): string {
  if (is.kind === 'between') return `between ${write(is.least)} and ${write(is.most)}`;
  return `${operatorWords[is.operator]} ${write(is.number)}`;
}

const operatorWords: Readonly<Record<ComparisonOperator, string>> = {
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  '!=': 'anything but',
  '>=': 'at least',
  '>': 'more than',
};
