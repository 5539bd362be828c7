import { attributeClosure, type Closure, type ClosureStep } from '#core/relational/attribute-closure.ts';
import { mixedClosure } from '#core/relational/dependency-basis.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { dependencyText, keyText, namesInSentence } from './dependency-words.ts';

/** The closure of a chosen set, and what the set is by it. */
export interface ClosureReading {
  /** All that the set determines; its steps are those of the functional dependencies. */
  readonly closure: Closure;
  /** What multivalued dependencies add to it, of which there are no steps. */
  readonly besides: readonly string[];
  readonly verdict: ClosureVerdict;
}

export type ClosureVerdict =
  /** What it does not reach. */
  | { readonly kind: 'no-superkey'; readonly missing: readonly string[] }
  /** A part of it reaches everything, too. */
  | { readonly kind: 'superkey'; readonly smaller: readonly string[] }
  | { readonly kind: 'candidate-key' };

export function readClosure(scheme: RelationScheme, chosen: readonly string[]): ClosureReading {
  const { attributes, steps } = attributeClosure(scheme, chosen);
  const all = closureOf(scheme, chosen);
  return {
    closure: { attributes: all, steps },
    besides: all.filter((name) => !attributes.includes(name)),
    verdict: verdictOf(scheme, chosen, all),
  };
}

function closureOf(scheme: RelationScheme, from: readonly string[]): readonly string[] {
  return scheme.multivalued.length === 0 ? attributeClosure(scheme, from).attributes : mixedClosure(scheme, from);
}

function verdictOf(scheme: RelationScheme, chosen: readonly string[], closure: readonly string[]): ClosureVerdict {
  const missing = scheme.attributes.filter((name) => !closure.includes(name));
  if (missing.length > 0) return { kind: 'no-superkey', missing };
  const isSuperkey = (names: readonly string[]): boolean =>
    closureOf(scheme, names).length === scheme.attributes.length;
  // What can be spared is left out one by one; in the order of the scheme, so that the answer does not hang on the clicks.
  const ordered = scheme.attributes.filter((name) => chosen.includes(name));
  const smaller = ordered.reduceRight<readonly string[]>((kept, name) => {
    const others = kept.filter((other) => other !== name);
    return isSuperkey(others) ? others : kept;
  }, ordered);
  return smaller.length === ordered.length ? { kind: 'candidate-key' } : { kind: 'superkey', smaller };
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
