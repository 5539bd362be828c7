import type { ForeignKey, ReferentialAction, Table } from '#core/catalog/catalog.ts';
import { isSameObject, qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { brokenRules } from './broken-rules.ts';
import { whereRow } from './insert-row.ts';
import { statementsOf, type MadeRow, type RowValues } from './made-row.ts';
import type { Planner } from './plan.ts';
import type { Expectation } from './probe.ts';

/**
 * Who else holds the parent: rows that a child needs may refer to the same parent by another key, and then two decide,
 * not one. What the others do is found by trying it without the child.
 */

/** A new parent and its child. */
export interface Family {
  readonly target: Table;
  readonly child: MadeRow;
  readonly parent: MadeRow;
}

interface Holder {
  readonly one: Table;
  readonly key: ForeignKey;
}

/** The other foreign keys by which a row refers to the parent, by name. */
export async function otherHolders(
  { laboratory, table }: Planner,
  foreignKey: ForeignKey,
  { target, child, parent }: Family,
): Promise<Result<readonly string[], string>> {
  // What a partition has, its whole has.
  const inbound = laboratory.catalog.tables
    .filter((one) => one.partitionOf === null || isSameObject(one, table))
    .flatMap((one) =>
      one.foreignKeys.filter(({ references }) => isTo(target, references)).map((key): Holder => ({ one, key })),
    );
  const counts = inbound.map(({ one, key }, place) => {
    const values: RowValues = new Map(
      key.columns.map((name, at) => [name, parent.values.get(key.references.columns[at] ?? '') ?? null]),
    );
    const isTested = isSameObject(one, table) && key.name === foreignKey.name;
    const where = whereRow(laboratory.catalog, one, key.columns, values);
    return `(select count(*) from ${sqlName(one)} where ${where}) > ${isTested ? 1 : 0} as c${place}`;
  });
  const steps = statementsOf(child).map((sql) => ({ kind: 'statement', sql }) as const);
  const { answers, failure } = await laboratory.attempt([
    ...steps,
    { kind: 'question', sql: `select ${counts.join(', ')}` },
  ]);
  const row = answers[steps.length]?.[0];
  if (row === undefined)
    return err(failure === null ? 'nothing was answered' : `${failure.message} (${failure.sqlState})`);
  return ok(inbound.filter((_, place) => row[`c${place}`] === 'true').map(({ key }) => key.name));
}

function isTo(target: Table, references: ForeignKey['references']): boolean {
  return references.schema === target.schema && references.table === target.name;
}

interface TriedAct {
  readonly words: string;
  readonly expected: Expectation;
  readonly action: ReferentialAction;
  readonly on: string;
  /** The parent goes or changes, and no child is there. */
  readonly setup: readonly string[];
}

/** What is to be expected although others hold the parent too; as it was where they let it go. */
export async function besideHolders(
  { laboratory, table }: Planner,
  { name, initiallyDeferred }: ForeignKey,
  { target, child }: Family,
  holders: readonly string[],
  { words, expected, action, on, setup }: TriedAct,
): Promise<Result<Pick<TriedAct, 'words' | 'expected'>, string>> {
  if (holders.length === 0) return ok({ words, expected });
  const tried = (reason: string) => err(`${on} was not tried: ${reason}.`);
  const also = `the same row of ${qualifiedName(target)} is referred to by ${holders.join(', ')} too`;
  const isTwice = table.foreignKeys.some((key) => key.name !== name && holders.includes(key.name));
  if (isTwice || holders.includes(name) || child.after.length > 0) return tried(also);
  const { failure } = await laboratory.attempt(setup.map((sql) => ({ kind: 'statement', sql })));
  if (failure === null) {
    // What falls with the parent may be another one that the child needs.
    const broken = await brokenRules(laboratory, table, child.values, setup);
    return broken.ok && broken.value.every((rule) => rule.name === name) ? ok({ words, expected }) : tried(also);
  }
  const isRefusing = action === 'restrict' || action === 'no action';
  const isByHolder = failure.by !== null && holders.includes(failure.by);
  if (!isRefusing || !isByHolder || initiallyDeferred || expected.kind === 'accepted') return tried(also);
  return ok({
    words: `${words.slice(0, -1)}. ${failure.by} holds it too, and PostgreSQL names the first that it looks at.`,
    expected: {
      ...expected,
      sqlStates: [...new Set([...expected.sqlStates, failure.sqlState])],
      by: [...expected.by, failure.by ?? ''],
    },
  });
}
