import {
  isSign,
  scanNames,
  writeName,
  writeNames,
  type NameToken,
  type StrayToken,
} from '#core/catalog/name-tokens.ts';
import type { FunctionalDependency, MultivaluedDependency } from './dependency.ts';
import { resolveAttribute } from './resolve-attribute.ts';

/** A dependency of either kind, as one line of text states it. */
export type WrittenDependency = (FunctionalDependency | MultivaluedDependency) & {
  readonly kind: 'functional' | 'multivalued';
};

export interface DependencyProblem {
  readonly kind:
    | 'unknown-attribute'
    | 'empty-side'
    | 'no-arrow'
    | 'two-arrows'
    | 'comma'
    | 'unreadable'
    /** Said before, or an attribute that stands twice on one side: kept once. */
    | 'repeated'
    /** What stands on the right says nothing: left out. */
    | 'trivial';
  /** Of an error, nothing of the dependency is kept. */
  readonly severity: 'error' | 'warning';
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** The place in the text that it is about. */
  readonly start: number;
  readonly end: number;
  /** A sentence or two; names and signs between backticks. */
  readonly message: string;
}

export interface DependencyText {
  readonly dependencies: readonly WrittenDependency[];
  readonly problems: readonly DependencyProblem[];
}

type Token = NameToken | StrayToken;

/**
 * Reads `a, "B c" -> d`, `a ->> b` or `{} -> a`, one on each line or with `;` between them; `→` and `↠` do as well. SQL's
 * quoting holds, but an unquoted name that is unknown in lower case is taken as it is written, and where all attributes
 * are single characters `AB -> C` names three. Without a list of attributes any name will do.
 */
export function readDependencies(text: string, attributes: readonly string[] | null): DependencyText {
  const reading = new Reading(text, attributes);
  for (const statement of statementsOf(text)) reading.read(statement);
  return reading;
}

/** As `readDependencies` reads it, or as it stands on a page. */
export function writeDependency(
  { kind, determinant, dependents }: WrittenDependency,
  style: 'typing' | 'reading' = 'typing',
): string {
  const arrows = { functional: { typing: '->', reading: '→' }, multivalued: { typing: '->>', reading: '↠' } };
  return `${writeSide(determinant)} ${arrows[kind][style]} ${writeSide(dependents)}`;
}

function writeSide(names: readonly string[]): string {
  return names.length === 0 ? '{}' : writeNames(names);
}

/** The tokens of each line, and of each part of a line between semicolons. */
function statementsOf(text: string): readonly (readonly Token[])[] {
  const statements: Token[][] = [[]];
  let last = 0;
  for (const token of scanNames(text)) {
    if (text.slice(last, token.start).includes('\n') || isSign(token, ';')) statements.push([]);
    if (!isSign(token, ';')) statements.at(-1)?.push(token);
    last = token.end;
  }
  return statements.filter((tokens) => tokens.length > 0);
}

class Reading implements DependencyText {
  readonly dependencies: WrittenDependency[] = [];
  readonly problems: DependencyProblem[] = [];
  readonly #said = new Set<string>();
  readonly #text: string;
  readonly #attributes: readonly string[] | null;

  constructor(text: string, attributes: readonly string[] | null) {
    this.#text = text;
    this.#attributes = attributes;
  }

  read(tokens: readonly Token[]): void {
    const stray = tokens.find((token) => token.kind === 'stray' && token.text !== '∅');
    if (stray !== undefined) return this.#refuse('unreadable', [stray], unreadable(stray.text));
    const [arrow, second] = tokens.filter(isArrow);
    if (arrow === undefined) {
      return this.#refuse(
        'no-arrow',
        tokens,
        'There is no arrow here. Write what determines on its left: `a, b -> c`.',
      );
    }
    if (second !== undefined) {
      return this.#refuse('two-arrows', [second], 'This is a second arrow. Give each dependency a line of its own.');
    }
    const at = tokens.indexOf(arrow);
    const determinant = this.#readSide(tokens.slice(0, at), arrow, 'left');
    const dependents = this.#readSide(tokens.slice(at + 1), arrow, 'right');
    if (determinant === null || dependents === null) return;
    this.#keep(isSign(arrow, '->') ? 'functional' : 'multivalued', determinant, dependents, tokens);
  }

  /** Null where it was refused. */
  #readSide(tokens: readonly Token[], arrow: Token, side: 'left' | 'right'): readonly string[] | null {
    const list = withoutBraces(tokens);
    if (list.length === 0) {
      if (tokens.length > 0 && side === 'left') return [];
      const hint = side === 'left' ? ' For a value that all rows share write `{}` there.' : '';
      this.#refuse('empty-side', tokens.length > 0 ? tokens : [arrow], `Nothing stands ${side} of the arrow.${hint}`);
      return null;
    }
    const misplaced = list.find((token, place) => (place % 2 === 0 ? token.kind !== 'name' : !isSign(token, ',')));
    const odd = misplaced ?? (list.length % 2 === 0 ? list.at(-1) : undefined);
    if (odd !== undefined) {
      this.#refuseInList(odd);
      return null;
    }
    const names: string[] = [];
    const isKnown = list.filter((token) => token.kind === 'name').map((token) => this.#readName(token, names));
    return isKnown.every(Boolean) ? this.#inOrder(names) : null;
  }

  #refuseInList(token: Token): void {
    if (token.kind === 'name') this.#refuse('comma', [token], `Put a comma before \`${token.text}\`.`);
    else if (isSign(token, ',')) this.#refuse('comma', [token], 'A name is missing beside this comma.');
    else this.#refuse('unreadable', [token], unreadable(token.text));
  }

  #readName(token: NameToken & { readonly kind: 'name' }, into: string[]): boolean {
    const resolved = resolveAttribute(token, this.#attributes);
    if (!resolved.ok) {
      const meant = resolved.error === null ? '' : ` Did you mean \`${writeName(resolved.error)}\`?`;
      this.#refuse('unknown-attribute', [token], `There is no attribute \`${token.text}\`.${meant}`);
      return false;
    }
    for (const name of resolved.value) {
      if (into.includes(name)) this.#warn('repeated', [token], `${code(name)} stands here twice.`);
      else into.push(name);
    }
    return true;
  }

  #keep(
    kind: WrittenDependency['kind'],
    determinant: readonly string[],
    dependents: readonly string[],
    tokens: readonly Token[],
  ): void {
    const both = dependents.filter((name) => determinant.includes(name));
    const said = dependents.filter((name) => !determinant.includes(name));
    if (both.length > 0) {
      const isAll = said.length === 0;
      const rest = isAll ? 'This is always true and is left out.' : 'It is left out on the right.';
      const stand = both.length === 1 ? 'stands' : 'stand';
      this.#warn('trivial', tokens, `${both.map(code).join(', ')} ${stand} on both sides. ${rest}`);
      if (isAll) return;
    }
    if (kind === 'multivalued' && this.#attributes?.length === determinant.length + said.length) {
      this.#warn(
        'trivial',
        tokens,
        'No attribute is left for it to say something of. This is always true and is left out.',
      );
      return;
    }
    const dependency: WrittenDependency = { kind, determinant, dependents: said };
    const words = writeDependency(dependency);
    if (this.#said.has(words)) this.#warn('repeated', tokens, 'This is said above already.');
    else this.dependencies.push(dependency);
    this.#said.add(words);
  }

  #inOrder(names: readonly string[]): readonly string[] {
    return this.#attributes?.filter((name) => names.includes(name)) ?? names;
  }

  #refuse(kind: DependencyProblem['kind'], about: readonly Token[], message: string): void {
    this.#note('error', kind, about, message);
  }

  #warn(kind: DependencyProblem['kind'], about: readonly Token[], message: string): void {
    this.#note('warning', kind, about, message);
  }

  #note(
    severity: DependencyProblem['severity'],
    kind: DependencyProblem['kind'],
    about: readonly Token[],
    message: string,
  ): void {
    const [start, end] = [about[0]?.start ?? 0, about.at(-1)?.end ?? 0];
    const before = this.#text.slice(0, start).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1, start, end };
    this.problems.push({ kind, severity, ...place, message });
  }
}

function isArrow(token: Token): boolean {
  return isSign(token, '->') || isSign(token, '->>');
}

/** What stands between braces or parentheses around a whole side; nothing for the sign of the empty set. */
function withoutBraces(tokens: readonly Token[]): readonly Token[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (tokens.length === 1 && first?.text === '∅') return [];
  const isEnclosed = (open: string, close: string): boolean => isSign(first, open) && isSign(last, close);
  return isEnclosed('{', '}') || isEnclosed('(', ')') ? tokens.slice(1, -1) : tokens;
}

function unreadable(text: string): string {
  if (text === '"') return 'This quote does not enclose a name: `"name"`.';
  return `\`${text}\` has no place here. Names stand between commas, an arrow is \`->\` or \`->>\`.`;
}

function code(name: string): string {
  return `\`${writeName(name)}\``;
}
