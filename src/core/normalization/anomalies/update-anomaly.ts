import type { SqlFailure } from '#core/engine/outcome.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { tellingColumns, thisRow, writable, type AnomalyGround, type Showing } from './anomaly-ground.ts';
import { answersOf } from '#core/normalization/answers-of.ts';
import { cellSql, whereCells } from '#core/normalization/cell-sql.ts';
import { listed } from '#core/normalization/migration/migration-notes.ts';
import { comparable, rowsOf } from '#core/normalization/row-source.ts';
import { runTrial, type Trial } from './trial.ts';

const shownRows = 6;
const triedColumns = 3;

/** What is changed: one column of what goes with X, to a value that it has elsewhere or could have. */
interface Change {
  readonly column: string;
  readonly value: string;
}

/** One of the rows that say the same is changed, and the table says two things. */
export async function updateOnWhole(ground: AnomalyGround): Promise<Result<Showing, SqlFailure>> {
  const { catalog, table, split, fullest, ask } = ground;
  const said = listed(split.dependency.determinant);
  if (fullest.rows < 2) {
    const reason = `Each value of ${said} stands in one row only: nothing is said twice yet, so nothing can be contradicted. A second row would change that.`;
    return ok({ kind: 'impossible', reason, trial: null });
  }
  const changes = await possibleChanges(ground);
  if (!changes.ok) return changes;
  let last: Trial | null = null;
  for (const row of ground.fullestRows) {
    for (const { column, value } of changes.value) {
      const cell = cellSql(catalog, table, column, value);
      const statement = `update ${sqlName(table)}\nset ${quoteName(column)} = ${cell}\nwhere ${thisRow(ground, row)}`;
      const question = rowsQuestion(ground, sqlName(table), column);
      const tried = await runTrial(ask, { setup: [], statement, question });
      if (!tried.ok) return tried;
      last = tried.value;
      if (last.answer.kind === 'done' && last.answer.rows > 0) {
        return ok({ kind: 'shown', trial: last, words: wholeWords(ground, column) });
      }
    }
  }
  const reason =
    last === null
      ? `What goes with ${said} is computed, or has no other value it could have: there is nothing to change.`
      : 'PostgreSQL refuses the change, for a reason of its own: here the table is guarded.';
  return ok({ kind: 'impossible', reason, trial: last });
}

export async function updateOnParts(ground: AnomalyGround): Promise<Result<Showing, SqlFailure>> {
  const { catalog, table, split, fullest, migration, ask } = ground;
  if (!migration.ok) return ok({ kind: 'impossible', reason: migration.error, trial: null });
  const { moved, join, statements } = migration.value;
  const changes = await possibleChanges(ground);
  if (!changes.ok) return changes;
  const about = split.dependency.kind === 'functional' ? split.dependency.determinant : split.moved;
  let last: Trial | null = null;
  for (const { column, value } of changes.value) {
    const statement = `update ${sqlName(moved)}\nset ${quoteName(column)} = ${cellSql(catalog, table, column, value)}\nwhere ${whereCells(catalog, table, about, fullest.values)}`;
    const tried = await runTrial(ask, {
      setup: statements.map(({ sql }) => sql),
      statement,
      question: rowsQuestion(ground, `(${join}) as joined`, column),
    });
    if (!tried.ok) return tried;
    last = tried.value;
    if (last.answer.kind === 'done' && last.answer.rows > 0) {
      return ok({
        kind: 'shown',
        trial: last,
        words: `One row of \`${qualifiedName(moved)}\` was changed, and joined again every row says the same: there is no second place to forget.`,
      });
    }
  }
  return ok({ kind: 'impossible', reason: 'There is nothing to change here either.', trial: last });
}

async function possibleChanges(ground: AnomalyGround): Promise<Result<readonly Change[], SqlFailure>> {
  const { catalog, table, split, fullest, newValues, ask } = ground;
  const source = rowsOf(table, catalog);
  const { determinant } = split.dependency;
  const free = writable(
    table,
    split.moved.filter((name) => !determinant.includes(name)),
  ).slice(0, triedColumns);
  if (free.length === 0) return ok([]);
  const others = free.map((name) => {
    const cell = comparable(source, name);
    const own = fullest.values.get(name) ?? null;
    const differs = own === null ? '' : ` and not (${whereCells(catalog, table, [name], fullest.values)})`;
    return `select distinct ${cell}::text from ${source.sql} where ${quoteName(name)} is not null${differs} order by 1 limit 1`;
  });
  const answered = answersOf(await ask(others.join(';\n')));
  if (!answered.ok) return answered;
  return ok(
    free.flatMap((column, place) => {
      const there = (answered.value[place]?.rows ?? []).map(([value]) => value ?? '');
      return [...there, ...(newValues.get(column) ?? []).slice(0, 1)].map((value) => ({ column, value }));
    }),
  );
}

/** The rows of the example, told apart by their key. */
function rowsQuestion(ground: AnomalyGround, from: string, column: string): string {
  const { catalog, table, split, fullest } = ground;
  const { determinant, kind } = split.dependency;
  const telling = tellingColumns(ground);
  const rest =
    kind === 'functional' ? [column] : [...split.moved, ...split.kept].filter((name) => !determinant.includes(name));
  const shown = [...new Set([...telling.filter((name) => !rest.includes(name)), ...determinant, ...rest])];
  const source = rowsOf(table, catalog);
  const order = [...new Set([...telling, ...rest])].map((name) => comparable(source, name)).join(', ');
  return [
    `select ${shown.map(quoteName).join(', ')}`,
    `from ${from}`,
    `where ${whereCells(catalog, table, determinant, fullest.values)}`,
    `order by ${order} limit ${shownRows}`,
  ].join('\n');
}

function wholeWords({ split, fullest }: AnomalyGround, column: string): string {
  const { determinant, kind } = split.dependency;
  const said = determinant.map((name) => `\`${name}\` ${fullest.values.get(name) ?? ''}`).join(', ');
  return kind === 'functional'
    ? `PostgreSQL has no objection: one of ${fullest.rows} rows was changed, and ${said} now has two values of \`${column}\`. To change the one fact takes ${fullest.rows} rows.`
    : `PostgreSQL has no objection: one of the rows of ${said} was changed, and the combinations that the dependency asks for are not all there any more.`;
}
