import type { SqlFailure } from '#core/engine/outcome.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { thisRow, type AnomalyGround, type ExampleRow, type Showing } from './anomaly-ground.ts';
import { whereCells } from '#core/normalization/cell-sql.ts';
import { isComparable } from '#core/normalization/row-source.ts';
import { runTrial, type Trial } from './trial.ts';

const shownFacts = 6;

/** The only row of an X is deleted, or its few, and what was known of X goes with it. Of X ↠ Y: its y, and the rest goes. */
export async function deletionOnWhole(ground: AnomalyGround): Promise<Result<Showing, SqlFailure>> {
  const { table, sparsest, ask, split } = ground;
  let last: Trial | null = null;
  for (const row of sparsest) {
    const statement = `delete from ${sqlName(table)}\nwhere ${rowsOfExample(ground, row, null)}`;
    const question = factQuestion(
      ground,
      row,
      sqlName(table),
      split.dependency.kind === 'functional' ? split.moved : split.kept,
    );
    const tried = await runTrial(ask, { setup: [], statement, question });
    if (!tried.ok) return tried;
    last = tried.value;
    if (last.answer.kind === 'done' && last.after?.rowCount === 0) {
      return ok({ kind: 'shown', trial: last, words: wholeWords(ground, row, last) });
    }
  }
  return ok({
    kind: 'impossible',
    reason: 'PostgreSQL refuses to delete these rows, because of what refers to them or guards them.',
    trial: last,
  });
}

export async function deletionOnParts(ground: AnomalyGround): Promise<Result<Showing, SqlFailure>> {
  const { sparsest, ask, migration, split } = ground;
  if (!migration.ok) return ok({ kind: 'impossible', reason: migration.error, trial: null });
  const { kept, moved, statements } = migration.value;
  const isFunctional = split.dependency.kind === 'functional';
  // Of X ↠ Y it is the y that goes, and the rest that is to stay.
  const [from, left, shown] = isFunctional ? [kept, moved, split.moved] : [moved, kept, split.kept];
  let last: Trial | null = null;
  for (const row of sparsest) {
    const statement = `delete from ${sqlName(from)}\nwhere ${rowsOfExample(ground, row, isFunctional ? split.kept : split.moved)}`;
    const question = factQuestion(ground, row, sqlName(left), shown);
    const tried = await runTrial(ask, { setup: statements.map(({ sql }) => sql), statement, question });
    if (!tried.ok) return tried;
    last = tried.value;
    if (last.answer.kind === 'done' && last.after !== null && last.after.rowCount > 0) {
      const words = `The same deletion, and \`${qualifiedName(left)}\` still knows what it knew.`;
      return ok({ kind: 'shown', trial: last, words });
    }
  }
  return ok({ kind: 'impossible', reason: 'PostgreSQL refuses to delete these rows here, too.', trial: last });
}

/** By the key where it is one row that can be meant so; of X ↠ Y all rows of X. `within`: the columns that there are. */
function rowsOfExample(ground: AnomalyGround, row: ExampleRow, within: readonly string[] | null): string {
  const { catalog, table, split } = ground;
  const key = table.primaryKey?.columns ?? [];
  const hasKey = within === null || (key.length > 0 && key.every((name) => within.includes(name)));
  return row.rows === 1 && hasKey && split.dependency.kind === 'functional'
    ? thisRow(ground, row)
    : whereCells(catalog, table, split.dependency.determinant, row.values);
}

/** What is known of the example, each fact once as far as the types can be compared. */
function factQuestion(
  { catalog, table, split }: AnomalyGround,
  row: ExampleRow,
  from: string,
  shown: readonly string[],
): string {
  const isOdd = table.columns.some(({ name, type }) => shown.includes(name) && !isComparable(type, catalog.types));
  return [
    `select ${isOdd ? '' : 'distinct '}${shown.map(quoteName).join(', ')}`,
    `from ${from}`,
    `where ${whereCells(catalog, table, split.dependency.determinant, row.values)}`,
    `limit ${shownFacts}`,
  ].join('\n');
}

function wholeWords({ split, table }: AnomalyGround, { values, rows }: ExampleRow, { answer }: Trial): string {
  const { determinant, kind } = split.dependency;
  const said = determinant.map((name) => `\`${name}\` ${values.get(name) ?? ''}`).join(', ');
  const deleted = answer.kind === 'done' ? answer.rows : rows;
  if (kind === 'multivalued') {
    return `To take away what one side says of ${said}, its rows are deleted, and what the other side said of it is gone with them.`;
  }
  return deleted === 1
    ? `It was the only row of \`${qualifiedName(table)}\` with ${said}: what was known of it is gone with it.`
    : `These ${deleted} rows were all that had ${said}: what was known of it is gone with them.`;
}
