import type { FunctionalDependency } from '#core/relational/dependency.ts';
import type { CoverStep } from '#core/relational/minimal-cover.ts';
import { dependencyText, namesInSentence } from './dependency-words.ts';

const code = (dependency: FunctionalDependency): string => `\`${dependencyText(dependency, 'functional')}\``;

function list(dependencies: readonly FunctionalDependency[]): string {
  return dependencies.map(code).join(', ');
}

/** What was done to a dependency on the way to a minimal cover, and why it changes nothing of what is said. */
export function coverStepWords(step: CoverStep): string {
  switch (step.kind) {
    case 'split':
      return `${code(step.dependency)} says as much as ${list(step.into)}: one attribute on the right of each.`;
    case 'trivial':
      return `${code(step.dependency)} is true of every table: it is left out.`;
    case 'repeated':
      return `${code(step.dependency)} stands there already: once is enough.`;
    case 'reduce':
      return `${code(step.dependency)} can spare ${namesInSentence([step.extraneous])}: ${code(step.to)} follows${by(step.because)}.`;
    case 'redundant':
      return `${code(step.dependency)} follows from the others${by(step.because)}: it is left out.`;
  }
}

function by(because: readonly { readonly dependency: FunctionalDependency }[]): string {
  return because.length === 0 ? '' : ` by ${because.map(({ dependency }) => code(dependency)).join(', then ')}`;
}
