import type { Synthesis, SynthesisGroup } from '#core/relational/third-normal-form-synthesis.ts';
import { dependencyText, keyText, namesInSentence } from './dependency-words.ts';

/** How relations in third normal form come of a cover, a sentence a step; names are code, as in `InlineCode`. */
export function synthesisSteps({ cover, groups, addedKey, dropped }: Synthesis): readonly string[] {
  return [
    `A minimal cover has ${cover.merged.length === 1 ? 'one dependency' : `${cover.merged.length} dependencies`}.`,
    ...groups.map(groupWords),
    ...dropped.map(({ attributes, inside }) =>
      attributes.length === inside.length
        ? `\`${keyText(attributes)}\` is there already: once is enough.`
        : `\`${keyText(attributes)}\` stands inside \`${keyText(inside)}\`: it needs no relation of its own.`,
    ),
    addedKey === null
      ? 'One of them holds a key of the whole: with it the join gives back all rows, and no more.'
      : `None of them holds a key of the whole: without one the join would invent rows, so \`${keyText(addedKey)}\` becomes a relation, too.`,
  ];
}

function groupWords({ determinants, dependencies, attributes }: SynthesisGroup): string {
  const said = dependencies.map((dependency) => `\`${dependencyText(dependency, 'functional')}\``).join(', ');
  const relation = `\`${keyText(attributes)}\``;
  if (determinants.length === 1) return `${said} makes the relation ${relation}.`;
  const keys = determinants.map((names) => namesInSentence(names)).join(', ');
  return `${keys} determine each other and share a relation: ${said} makes ${relation}.`;
}
