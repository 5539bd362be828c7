import { isSign, readNameList, readNames, writeNames } from '#core/catalog/name-tokens.ts';
import { code } from '#content/words.ts';
import { mustBe, text } from '#content/yaml-schema.ts';
import * as v from 'valibot';

/** What an author says of rows: those that agree on the left agree on the right, or come in all combinations with it. */
export interface Dependency {
  readonly kind: 'functional' | 'multivalued';
  readonly determinant: readonly string[];
  readonly dependents: readonly string[];
}

/** Reads `a, "B c" -> d` and `a ->> b`, or null. A name that is said twice on a side counts once. */
export function readDependency(source: string): Dependency | null {
  const tokens = readNames(source);
  if (tokens === null) return null;
  const arrow = tokens.findIndex((token) => isSign(token, '->') || isSign(token, '->>'));
  if (arrow === -1) return null;
  const determinant = readNameList(tokens.slice(0, arrow));
  const dependents = readNameList(tokens.slice(arrow + 1));
  if (determinant === null || dependents === null) return null;
  const kind = isSign(tokens[arrow], '->') ? 'functional' : 'multivalued';
  return { kind, determinant: [...new Set(determinant)], dependents: [...new Set(dependents)] };
}

/** As an author would write it, in backticks. */
export function writeDependency({ kind, determinant, dependents }: Dependency): string {
  return code(`${writeNames(determinant)} ${kind === 'functional' ? '->' : '->>'} ${writeNames(dependents)}`);
}

export const dependencyText = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readDependency(dataset.value);
    if (read !== null) return read;
    const expectation = 'a dependency such as `order_id, product_id -> price` or `course ->> teacher`';
    addIssue({ message: mustBe(expectation)({ input: dataset.value }) });
    return NEVER;
  }),
);
