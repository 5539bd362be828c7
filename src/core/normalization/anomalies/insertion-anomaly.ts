import type { SqlFailure, StatementFailure } from '#core/engine/outcome.ts';
import { columnList } from '#core/catalog/ddl/constraint-sql.ts';
import { columnsIn } from '#core/catalog/ddl/columns-in.ts';
import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName, sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { writable, type AnomalyGround, type Showing } from './anomaly-ground.ts';
import { cellSql, whereCells, type CellValues } from '#core/normalization/cell-sql.ts';
import { listed } from '#core/normalization/migration/migration-notes.ts';
import { runTrial, type Trial } from './trial.ts';

const mostTries = 5;

/**
 * A fact of a new X is written down with nothing else: of X → Y a row of X and Y alone, of X ↠ Y one more y of an X that
 * has several rows. Values that the table's own rules on X and Y refuse are no anomaly: the next ones are tried.
 */
export async function insertionOnWhole(ground: AnomalyGround): Promise<Result<Showing, SqlFailure>> {
  const { table, split, ask } = ground;
  const isFunctional = split.dependency.kind === 'functional';
  const columns = writable(table, isFunctional ? split.moved : table.columns.map(({ name }) => name));
  let last: Trial | null = null;
  for (const values of newFacts(ground)) {
    const statement = insertCells(ground, table, columns, values);
    const question = factQuestion(ground, sqlName(table), values, isFunctional ? split.moved : columns);
    const tried = await runTrial(ask, { setup: [], statement, question });
    if (!tried.ok) return tried;
    last = tried.value;
    const { answer } = last;
    if (answer.kind === 'refused' && !isAboutRest(ground, answer.failure)) continue;
    return ok({ kind: 'shown', trial: last, words: wholeWords(ground, last, values) });
  }
  return ok({ kind: 'impossible', trial: last, reason: last === null ? nothingNew(ground) : refusedItself(ground) });
}

function nothingNew({ table, split }: AnomalyGround): string {
  const { determinant } = split.dependency;
  const parent = table.foreignKeys.find(
    ({ columns }) => columns.length === 1 && determinant.includes(columns[0] ?? ''),
  );
  const said = newIn(split.dependency);
  if (parent === undefined) {
    return `No value of ${said} could be found that is not there yet, so no new fact could be tried.`;
  }
  const name = qualifiedName({ schema: parent.references.schema, name: parent.references.table });
  return `${said} refers to \`${name}\`, and every row there is referred to already: a new fact would need a new row there first.`;
}

function refusedItself({ split }: AnomalyGround): string {
  return `PostgreSQL refuses the fact itself, for another reason than the one looked for: no value of ${newIn(split.dependency)} was found that fits.`;
}

function newIn({ kind, determinant, dependents }: AnomalyGround['split']['dependency']): string {
  return listed(kind === 'functional' ? determinant : dependents);
}

export async function insertionOnParts(ground: AnomalyGround, whole: Showing): Promise<Result<Showing, SqlFailure>> {
  const { migration, split, ask } = ground;
  if (!migration.ok) return ok({ kind: 'impossible', reason: migration.error, trial: null });
  const { moved, statements } = migration.value;
  const columns = writable(moved, split.moved);
  let last: Trial | null = null;
  for (const values of newFacts(ground)) {
    const statement = insertCells(ground, moved, columns, values);
    const question = factQuestion(ground, sqlName(moved), values, split.moved);
    const tried = await runTrial(ask, { setup: statements.map(({ sql }) => sql), statement, question });
    if (!tried.ok) return tried;
    last = tried.value;
    if (last.answer.kind === 'done') {
      const words = `One row of \`${qualifiedName(moved)}\` holds the fact, and nothing else had to be known${split.dependency.kind === 'functional' ? '' : ' or said again'}.`;
      return ok({ kind: 'shown', trial: last, words });
    }
  }
  const reason =
    whole.kind === 'impossible' ? whole.reason : 'PostgreSQL refuses the fact here, too, for a reason of its own.';
  return ok({ kind: 'impossible', reason, trial: last });
}

/** The fullest row's own values, with one that is new in X, or of X ↠ Y in Y. */
function newFacts({ split, fullest, newValues, table }: AnomalyGround): readonly CellValues[] {
  const { kind, determinant } = split.dependency;
  const changing = kind === 'functional' ? determinant : split.moved.filter((name) => !determinant.includes(name));
  return writable(table, changing)
    .flatMap((name) => (newValues.get(name) ?? []).map((value) => new Map([...fullest.values, [name, value]])))
    .slice(0, mostTries);
}

function insertCells(
  { catalog, table: source }: AnomalyGround,
  into: Table,
  columns: readonly string[],
  values: CellValues,
): string {
  const cells = columns.map((name) => cellSql(catalog, source, name, values.get(name) ?? null));
  return `insert into ${sqlName(into)} ${columnList(columns)}\nvalues (${cells.join(', ')})`;
}

/** All rows of the new fact, with what else they hold. */
function factQuestion(
  { catalog, table, split }: AnomalyGround,
  from: string,
  values: CellValues,
  by: readonly string[],
) {
  const { determinant, kind } = split.dependency;
  const about = kind === 'functional' ? determinant : split.moved;
  const shown = from === sqlName(table) ? table.columns.map(({ name }) => name) : by;
  return `select ${shown.map(quoteName).join(', ')}\nfrom ${from}\nwhere ${whereCells(catalog, table, about, values)}`;
}

/** Whether it was refused for what the fact does not speak of. */
function isAboutRest({ table, split }: AnomalyGround, { column, constraint }: StatementFailure): boolean {
  if (split.dependency.kind === 'multivalued') return false;
  const names = table.columns.map(({ name }) => name);
  const { moved } = split;
  if (column !== undefined) return !moved.includes(column);
  const constrained = [
    ...[table.primaryKey, ...table.uniques].map((key) => ({ name: key?.name, columns: key?.columns ?? [] })),
    ...table.foreignKeys,
    ...table.checks.map((check) => ({ name: check.name, columns: columnsIn(check.expression, names) })),
  ].find((one) => one.name !== undefined && one.name === constraint);
  return constrained !== undefined && constrained.columns.some((name) => !moved.includes(name));
}

function wholeWords({ table, split }: AnomalyGround, { answer, after }: Trial, values: CellValues): string {
  const { determinant, kind } = split.dependency;
  if (kind === 'multivalued') {
    return `PostgreSQL takes the row, and by the dependency the table is now wrong: the new value stands with one combination only, where it would take a row for each of the others.`;
  }
  const rest = table.columns.filter(({ name }) => !split.moved.includes(name));
  const said = determinant.map((name) => `\`${name}\` ${values.get(name) ?? ''}`).join(', ');
  if (answer.kind === 'refused') {
    const { column, sqlState } = answer.failure;
    const missing = column === undefined ? 'what belongs to another fact' : `\`${column}\``;
    return `What is known of ${said} cannot be stored: a row needs ${missing}, too, and there is none yet (${sqlState}).`;
  }
  const row = after?.rows[0] ?? [];
  const given = rest.filter(({ name }) => row[table.columns.findIndex((column) => column.name === name)] !== null);
  return given.length === 0
    ? `PostgreSQL takes it, as a row that is NULL in all else: it stands among the rows of \`${qualifiedName(table)}\` and is none of them.`
    : `PostgreSQL takes it and makes up the rest (${listed(given.map(({ name }) => name))}): a row of \`${qualifiedName(table)}\` that stands for nothing that happened.`;
}
