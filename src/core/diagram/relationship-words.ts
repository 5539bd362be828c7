import { qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { nounOf, rowsOf, type Noun } from './nouns.ts';
import type { Junction, Relationship } from './relationships.ts';

/** "Each order belongs to exactly one user; a user has any number of orders." */
export function relationshipSentence(relationship: Relationship, all: readonly Relationship[] = []): string {
  const { child, parent, parentEnd, childEnd, isSelf, foreignKey, partition } = relationship;
  const [one, other] = [nounOfTable(partition ?? child), nounOfTable(parent)];
  // Where more than one joins the same two tables, or a table itself, only the columns tell which is meant.
  const isOneOfMany = all.some((each) => each.id !== relationship.id && isSamePair(each, relationship));
  const by = isSelf || isOneOfMany || foreignKey.columns.length > 1 ? ` by ${foreignKey.columns.join(' and ')}` : '';
  const most = parentEnd === 'exactly-one' ? 'exactly one' : 'at most one';
  const count = childEnd === 'zero-or-one' ? `at most one ${one.one}` : `any number of ${one.many}`;
  const note = foreignKey.validated ? '' : ' Rows from before the constraint were not checked.';
  return `Each ${one.one} belongs to ${most} ${other.one}${by}; ${other.aOne} has ${count}.${note}`;
}

/** "User addresses join users and addresses: a user has any number of addresses, and the other way round." */
export function junctionSentence({ table, between }: Junction): string {
  const [one, other] = between.map(({ references }) =>
    nounOfTable({ schema: references.schema, name: references.table }),
  );
  if (one === undefined || other === undefined) return '';
  const name = qualifiedName(table);
  return `${name} joins ${one.many} and ${other.many}: ${one.aOne} has any number of ${other.many}, ${other.aOne} any number of ${one.many}.`;
}

function isSamePair(one: Relationship, other: Relationship): boolean {
  return (
    qualifiedName(one.child) === qualifiedName(other.child) && qualifiedName(one.parent) === qualifiedName(other.parent)
  );
}

/** A table of another schema is told by its whole name. */
function nounOfTable(table: ObjectName): Noun {
  return table.schema === 'public' ? nounOf(table.name) : rowsOf(qualifiedName(table));
}
