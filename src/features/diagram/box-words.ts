import { qualifiedName } from '#core/catalog/object-name.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import type { Box } from '#core/diagram/boxes.ts';
import type { Diagram } from '#core/diagram/diagram.ts';
import { junctionSentence, relationshipSentence } from '#core/diagram/relationship-words.ts';
import { formatQuantity } from '#ui/format-quantity.ts';

/** What a box says to who does not see it: `Table orders, 5 columns, 1,204 rows.` and each of its relations. */
export function boxWords(box: Box, { relationships, junctions, readings, boxes }: Diagram): string {
  const { key, kind, object, note, lines, hiddenCount, partitions } = box;
  const count = formatQuantity(lines.length + hiddenCount, 'column');
  const what =
    kind === 'table'
      ? `Table ${qualifiedName(object)}, ${count}, ${note}.`
      : `${note} ${qualifiedName(object)}, ${count}.`;
  const near = relationships.filter(({ child, parent }) => objectKey(child) === key || objectKey(parent) === key);
  const joined = junctions.filter(({ table }) => objectKey(table) === key);
  const read = readings
    .filter(({ view }) => view === key)
    .flatMap(({ reads }) => boxes.filter((each) => each.key === reads).map((each) => qualifiedName(each.object)));
  return [
    what,
    ...(partitions === null ? [] : [`Partitioned by ${partitions.words}.`]),
    ...joined.map(junctionSentence),
    ...near.map((each) => relationshipSentence(each, relationships)),
    ...(read.length === 0 ? [] : [`It reads ${read.join(', ')}.`]),
    ...(kind === 'table' && near.length === 0 ? ['It is related to no other table.'] : []),
  ].join(' ');
}
