import type { CheckConstraint, Exclusion, Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { ok, type Result } from '#core/shared/result.ts';
import { brokenRules } from './broken-rules.ts';
import { columnsNamedIn } from './expression-constants.ts';
import { insertRow } from './insert-row.ts';
import type { Laboratory } from './laboratory.ts';
import { makeRow } from './make-row.ts';
import { statementsOf, type MadeRow } from './made-row.ts';
import { accepted, Planner, refused, refusedBy, type Plan } from './plan.ts';
import { withSources, type Rule } from './row-rules.ts';
import { solveRow } from './solve-row.ts';

/** A check: a row that makes it true, one that makes it false, and one of which it cannot say. */
export async function planCheck(laboratory: Laboratory, table: Table, check: CheckConstraint): Promise<Plan> {
  const { name, expression } = check;
  const planner = new Planner(laboratory, table, 'check', name, `check (${expression})`);
  const columns = withSources(
    table,
    columnsNamedIn(
      expression,
      table.columns.map((column) => column.name),
    ),
  );
  const forced = table.foreignKeys.filter((one) => one.columns.some((column) => columns.includes(column)));
  const isThis = (rule: Rule): boolean => rule.kind === 'check' && rule.name === name;
  const truth = `(${expression}) is true`;
  const tries = await Promise.all([
    makeRow(laboratory, { table, goals: [truth] }),
    ...(forced.length === 0 ? [] : [makeRow(laboratory, { table, goals: [truth], forced })]),
  ]);
  const good = tries.find(({ ok: isFound }) => isFound) ?? (await laboratory.row(table));
  if (!good.ok) {
    planner.gap(`No row was found that ${qualifiedName(table)} accepts: ${good.error}.`);
    return planner.plan();
  }
  if (tries.some(({ ok: isFound }) => isFound))
    planner.addRow('A row for which it is true: accepted.', good.value, accepted);
  else planner.gap(`No values were found that make this check true: ${expression}.`);
  const bases = tries.flatMap((one) => (one.ok ? [one.value] : [])).toReversed();
  const search: Search = { planner, columns, bases: bases.length === 0 ? [good.value] : bases };

  if (laboratory.notEnforced(table).includes(name)) {
    planner.gap('A row that makes it false was not tried: it is declared NOT ENFORCED, and PostgreSQL accepts any.');
    return planner.plan();
  }
  const bad = await findRow(search, `(${expression}) is false`, isThis);
  if (bad.ok) planner.addRow('A row for which it is false: refused.', bad.value, refused('23514', name));
  else await addBrokenTogether(search, expression);
  const unknown = await findRow(search, `(${expression}) is null`, () => false);
  if (unknown.ok) {
    planner.addRow(
      'A row with NULL, of which it cannot say: accepted, because a check refuses only what is false.',
      unknown.value,
      accepted,
    );
  }
  return planner.plan();
}

interface Search {
  readonly planner: Planner;
  readonly columns: readonly string[];
  readonly bases: readonly MadeRow[];
}

/** Changes only what the check looks at; where that is not enough, makes another row. */
async function findRow(
  { planner, columns, bases }: Search,
  goal: string,
  skips: (rule: Rule) => boolean,
): Promise<Result<MadeRow, string>> {
  const { laboratory, table } = planner;
  for (const base of bases) {
    const fixed = new Map([...base.values].filter(([name]) => !columns.includes(name)));
    const found = await solveRow(laboratory, { table, fixed, goals: [goal], skips, setup: base.before });
    if (found.ok)
      return ok({ ...base, values: found.value, insert: insertRow(laboratory.catalog, table, found.value) });
  }
  return makeRow(laboratory, { table, goals: [goal], skips });
}

/** Where no row breaks it alone, one that breaks others with it. */
async function addBrokenTogether(search: Search, expression: string): Promise<void> {
  const { planner, columns } = search;
  const { laboratory, table } = planner;
  const isNear = ({ kind, columns: own }: Rule): boolean =>
    kind === 'check' && own.some((name) => columns.includes(name));
  const found = await findRow(search, `(${expression}) is false`, isNear);
  const broken = found.ok ? await brokenRules(laboratory, table, found.value.values, found.value.before) : null;
  if (!found.ok || broken?.ok !== true) {
    return planner.gap(`No values were found that make this check false: ${expression}.`);
  }
  planner.addRow(
    'A row for which it is false, and another check with it: refused by the first of them.',
    found.value,
    refusedBy(broken.value),
  );
}

/** An exclusion: a row that collides with another, and one that does not. */
export async function planExclusion(laboratory: Laboratory, table: Table, exclusion: Exclusion): Promise<Plan> {
  const { name, elements, method, where } = exclusion;
  const list = elements.map(
    ({ expression, isExpression, operator }) => `${isExpression ? expression : quoteName(expression)} with ${operator}`,
  );
  const planner = new Planner(
    laboratory,
    table,
    'exclusion',
    name,
    `exclude using ${method} (${list.join(', ')})${where === null ? '' : ` where (${where})`}`,
  );
  const isThis = (rule: Rule): boolean => rule.kind === 'exclusion' && rule.name === name;
  const rule = laboratory.rules(table).find(isThis);
  const goals = [
    ...(where === null ? [] : [`(${where})`]),
    ...elements.map(({ expression, isExpression, operator }) => {
      const value = isExpression ? `(${expression})` : quoteName(expression);
      // What does not collide with itself, as an empty range, collides with nothing.
      return operator === '<>' ? `${value} is not null` : `${value} ${operator} ${value}`;
    }),
  ];
  const first = await makeRow(laboratory, { table, goals });
  if (!first.ok || rule === undefined) {
    planner.gap(
      `No row was found that ${qualifiedName(table)} accepts and that this constraint looks at${first.ok ? '' : `: ${first.error}`}.`,
    );
    return planner.plan();
  }
  const setup = statementsOf(first.value);
  const collision = `not (${rule.holds})`;
  const fixed = new Map([...first.value.values].filter(([column]) => rule.columns.includes(column)));
  const [same, near, other] = await Promise.all([
    makeRow(laboratory, { table, setup, fixed, goals: [collision], skips: isThis }),
    makeRow(laboratory, { table, setup, goals: [collision], skips: isThis }),
    makeRow(laboratory, { table, setup, goals: goals.slice(where === null ? 0 : 1) }),
  ]);
  const bad = near.ok && elements.some(({ operator }) => operator !== '=') ? near : same.ok ? same : near;
  if (bad.ok)
    planner.addRow('A row that collides with one that is there: refused.', bad.value, refused('23P01', name), setup);
  else planner.gap(`A colliding row was not tried: ${bad.error}.`);
  if (other.ok) planner.addRow('A row that keeps clear of it: accepted.', other.value, accepted, setup);
  else planner.addRow('A first row, with nothing to collide with: accepted.', first.value, accepted);
  return planner.plan();
}
