import { attributeClosure, type Closure, type ClosureStep } from '#core/relational/attribute-closure.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { dependencyText, keyText, namesInSentence } from './dependency-words.ts';

/** The closure of a chosen set, and what the set is by it. */
export interface ClosureReading {
  readonly closure: Closure;
  readonly verdict: ClosureVerdict;
}

export type ClosureVerdict =
  /** What it does not reach. */
  | { readonly kind: 'no-superkey'; readonly missing: readonly string[] }
  /** A part of it reaches everything, too. */
  | { readonly kind: 'superkey'; readonly smaller: readonly string[] }
  | { readonly kind: 'candidate-key' };

export function readClosure(scheme: RelationScheme, chosen: readonly string[]): ClosureReading {
  const closure = attributeClosure(scheme, chosen);
  return { closure, verdict: verdictOf(scheme, chosen, closure) };
}

function verdictOf(scheme: RelationScheme, chosen: readonly string[], { attributes }: Closure): ClosureVerdict {
  const missing = scheme.attributes.filter((name) => !attributes.includes(name));
  if (missing.length > 0) return { kind: 'no-superkey', missing };
  const isSuperkey = (names: readonly string[]): boolean =>
    attributeClosure(scheme, names).attributes.length === scheme.attributes.length;
  // What can be spared is left out one by one; in the order of the scheme, so that the answer does not hang on the clicks.
  const smaller = scheme.attributes
    .filter((name) => chosen.includes(name))
    .reduceRight<readonly string[]>(
      (kept, name) => {
        const others = kept.filter((other) => other !== name);
        return isSuperkey(others) ? others : kept;
      },
      scheme.attributes.filter((name) => chosen.includes(name)),
    );
  return smaller.length === new Set(chosen).size ? { kind: 'candidate-key' } : { kind: 'superkey', smaller };
}

/** The number of the step by which an attribute came in, from 1; null where none did. */
export function stepOf({ steps }: Closure, attribute: string): number | null {
  const place = steps.findIndex(({ added }) => added.includes(attribute));
  return place < 0 ? null : place + 1;
}

export function stepWords({ dependency, added }: ClosureStep): string {
  const arrow = `\`${dependencyText(dependency, 'functional')}\``;
  if (dependency.determinant.length === 0) return `In all rows ${areSame(added)}: by ${arrow}.`;
  return `With ${namesInSentence(dependency.determinant)} we know ${namesInSentence(added)}: by ${arrow}.`;
}

function areSame(names: readonly string[]): string {
  return `${namesInSentence(names)} ${names.length === 1 ? 'is' : 'are'} the same`;
}

/** What a set is, in one sentence that names it. */
export function verdictWords(chosen: readonly string[], verdict: ClosureVerdict): string {
  const set = `\`${keyText(chosen)}\``;
  switch (verdict.kind) {
    case 'candidate-key':
      return `${set} is a candidate key: it determines every attribute, and no part of it does.`;
    case 'superkey':
      return `${set} is a superkey: it determines every attribute. It is no candidate key, because \`${keyText(verdict.smaller)}\` alone does, too.`;
    case 'no-superkey':
      return `${set} is no superkey: nothing tells ${namesInSentence(verdict.missing, 'or')}.`;
  }
}
