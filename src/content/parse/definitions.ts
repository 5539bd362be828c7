import type { Definition, Root } from 'mdast';
import { placeOfNode, walk } from './markdown-tree.ts';
import type { Report } from './report.ts';

/**
 * The addresses that a text keeps apart from its links, as in `[label]: address`, wherever they stand. Markdown drops
 * those that no link uses and all but the first of a label; both are reported.
 */
export function readDefinitions(text: Root, report: Report): readonly Definition[] {
  const nodes = [...walk(text)];
  const references = nodes.filter((node) => node.type === 'linkReference' || node.type === 'imageReference');
  const used = new Set(references.map(({ identifier }) => identifier));
  const definitions = nodes.filter((node) => node.type === 'definition');
  for (const definition of definitions) {
    const { identifier, label } = definition;
    const first = definitions.find((each) => each.identifier === identifier);
    const name = `\`[${label ?? identifier}]\``;
    if (first !== undefined && first !== definition) {
      report(placeOfNode(definition), `The label ${name} is taken: line ${placeOfNode(first).line} gives its address.`);
    } else if (!used.has(identifier)) {
      report(placeOfNode(definition), `No link of this text uses the label ${name}: the line is shown nowhere.`);
    }
  }
  return definitions;
}
