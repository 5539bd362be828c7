import { writeNames } from '#core/catalog/name-tokens.ts';
import { readDependencies, writeDependency } from '#core/relational/dependency-text.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import type { LabField } from '#content/labs/lab-card.ts';
import { code } from '#content/words.ts';
import { readAttributes } from './read-attributes.ts';

/** Far more than anybody writes by hand. */
const mostCharacters = 10_000;

export const normalizationFields: readonly LabField[] = [
  {
    kind: 'text',
    path: 'attributes',
    label: 'Attributes',
    note: 'The columns of one table, with commas between them.',
    group: 'The relation',
    initial: 'a, b, c',
    lines: 3,
    read: (given) => readText(given, 'a list of names', (names) => writeNames(names), checkAttributes),
    show: (text) => text.replaceAll(/\s+/g, ' ').trim(),
  },
  {
    kind: 'text',
    path: 'dependencies',
    label: 'Dependencies',
    note: 'One on each line, such as a, b -> c. A multivalued one is written ->>.',
    group: 'The relation',
    initial: '',
    lines: 6,
    read: readLines,
    show: showDependencies,
  },
  {
    kind: 'text',
    path: 'meant',
    label: 'What is meant',
    note: 'The dependencies that the lesson’s words promise: those of the learner are compared with them.',
    group: 'The relation',
    initial: '',
    lines: 6,
    read: readLines,
    show: showDependencies,
    isUnshown: true,
  },
];

/** What the lines say is held against the attributes by the card's own check. */
function readLines(given: unknown): Result<string, string> {
  return readText(given, 'a list of dependencies', (lines) => lines.join('\n'));
}

/** A text stays as it was typed, spaces and all: it stands in a field in which somebody goes on typing. */
function readText(
  given: unknown,
  expectation: string,
  join: (items: readonly string[]) => string,
  check: (text: string) => string | null = () => null,
): Result<string, string> {
  const isList = Array.isArray(given) && given.every((item) => typeof item === 'string');
  const text = isList ? join(given) : given;
  if (typeof text !== 'string') return err(`must be ${expectation}, or one text; found ${foundWords(given)}`);
  if (text.length > mostCharacters) {
    return err(
      `must have at most ${mostCharacters.toLocaleString('en')} characters; found ${text.length.toLocaleString('en')}`,
    );
  }
  const problem = check(text);
  return problem === null ? ok(text) : err(problem);
}

function checkAttributes(text: string): string | null {
  const names = readAttributes(text);
  return names.ok ? null : names.error;
}

function foundWords(given: unknown): string {
  if (given === null || given === undefined) return 'nothing';
  if (Array.isArray(given)) {
    const other = given.find((item) => typeof item !== 'string');
    return `a list with ${other === null ? 'nothing' : code(JSON.stringify(other))} in it`;
  }
  return typeof given === 'number' || typeof given === 'boolean' ? code(String(given)) : 'a map';
}

function showDependencies(text: string): string {
  const { dependencies } = readDependencies(text, null);
  return dependencies.length === 0
    ? 'none'
    : dependencies.map((dependency) => writeDependency(dependency, 'reading')).join('; ');
}
