import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { collectAttempts, type Ask, type Attempt, type Attempts, type AttemptStep } from './attempts.ts';
import { planCheck, planExclusion } from './check-probes.ts';
import { planColumns } from './column-probes.ts';
import { planForeignKey } from './foreign-key-probes.ts';
import { planPrimaryKey, planUnique } from './key-probes.ts';
import { openLaboratory, type Laboratory } from './laboratory.ts';
import { makeRow } from './make-row.ts';
import type { Plan } from './plan.ts';
import type { ChildQuestion, ConstraintTest, Expectation, Probe, ProbeOutcome, Refusal, ShownRow } from './probe.ts';

/** What they ask is asked together: each question of the database has a price of its own. */
const tablesAtOnce = 5;

/**
 * Puts every constraint of these tables to the test, a table at a time, and tells of each as soon as it is done. Nothing
 * remains in the tables. A table costs a handful of questions, however many constraints it has.
 */
export async function runProbes(
  catalog: Catalog,
  tables: readonly Table[],
  ask: Ask,
  onTable: (table: Table, tests: readonly ConstraintTest[]) => void,
): Promise<void> {
  const attempt = collectAttempts(ask);
  const laboratory = await openLaboratory(catalog, attempt, (opened, table) => makeRow(opened, { table }));
  const hasTriggers = catalog.tables.some(({ triggers }) => triggers.some(({ enabled }) => enabled));
  const waiting = [...tables];
  const testOn = async (): Promise<void> => {
    for (let table = waiting.shift(); table !== undefined; table = waiting.shift()) {
      const plans = await planTable(laboratory, table);
      onTable(table, await Promise.all(plans.map((plan) => runPlan(attempt, plan, hasTriggers))));
    }
  };
  await Promise.all(Array.from({ length: tablesAtOnce }, testOn));
}

/** In the order in which a table is read: keys, what its columns say, checks, what it refers to. */
async function planTable(laboratory: Laboratory, table: Table): Promise<readonly Plan[]> {
  const plans = await Promise.all([
    ...(table.primaryKey === null ? [] : [planPrimaryKey(laboratory, table, table.primaryKey)]),
    ...table.uniques.map((key) => planUnique(laboratory, table, key)),
    planColumns(laboratory, table),
    ...table.checks.map((check) => planCheck(laboratory, table, check)),
    ...table.exclusions.map((exclusion) => planExclusion(laboratory, table, exclusion)),
    ...table.foreignKeys.map((foreignKey) => planForeignKey(laboratory, table, foreignKey)),
  ]);
  return plans.flat();
}

async function runPlan(
  attempt: Attempts,
  { constraint, probes, gaps }: Plan,
  hasTriggers: boolean,
): Promise<ConstraintTest> {
  const outcomes = await Promise.all(probes.map((probe) => runProbe(attempt, probe, hasTriggers)));
  const failed = outcomes.flatMap((outcome) => (typeof outcome === 'string' ? [outcome] : []));
  return {
    constraint,
    outcomes: outcomes.filter((outcome) => typeof outcome !== 'string'),
    gaps: [...new Set([...gaps, ...failed])],
  };
}

/** What came of a probe; a sentence where what it needs was refused, as by a trigger. */
async function runProbe(attempt: Attempts, probe: Probe, hasTriggers: boolean): Promise<ProbeOutcome | string> {
  const { setup, tested, followUp, child } = probe;
  const question: readonly AttemptStep[] = child === null ? [] : [{ kind: 'question', sql: child.sql }];
  const testedAt = setup.length + question.length;
  const steps = [...setup.map(statement), ...question, statement(tested), ...followUp.map(statement), ...question];
  const answer = await attempt(steps);
  const { failure, answers } = answer;
  if (failure !== null && failure.step < testedAt) {
    return `One was not tried, because a row that it needs was refused: ${failure.message} (${failure.sqlState}).`;
  }
  const before = child === null ? null : (answers[setup.length] ?? []);
  const after = child === null || failure !== null ? null : (answers[steps.length - 1] ?? []);
  const refusal = refusalOf(answer);
  // A constraint of PostgreSQL's own gives its name: this was raised.
  const isRaised = hasTriggers && refusal?.by === null && /^(23|P0)/.test(refusal.sqlState);
  if (isRaised && !isAsExpected(probe.expected, refusal))
    return `One was refused by a trigger of yours: ${refusal.message} (${refusal.sqlState}).`;
  return {
    probe,
    refusal,
    isAtEnd: failure !== null && failure.step > testedAt,
    before,
    after,
    agrees:
      isAsExpected(probe.expected, refusal) &&
      (refusal !== null || child === null || isFate(child, before ?? [], after ?? [])),
  };
}

function statement(sql: string): AttemptStep {
  return { kind: 'statement', sql };
}

function refusalOf({ failure }: Attempt): Refusal | null {
  if (failure === null) return null;
  const { step: _, ...refusal } = failure;
  return refusal;
}

function isAsExpected(expected: Expectation, refusal: Refusal | null): boolean {
  if (expected.kind === 'accepted') return refusal === null;
  if (refusal === null || !expected.sqlStates.includes(refusal.sqlState)) return false;
  return expected.by.length === 0 || (refusal.by !== null && expected.by.includes(refusal.by));
}

function isFate({ fate, columns }: ChildQuestion, before: readonly ShownRow[], after: readonly ShownRow[]): boolean {
  if (before.length !== 1) return false;
  switch (fate) {
    case 'gone':
      return after.length === 0;
    case 'set null':
      return after.length === 1 && columns.some((name) => after[0]?.[name] === null);
    case 'changed':
    case 'set default':
      return after.length === 1;
    case 'kept':
      return JSON.stringify(after) === JSON.stringify(before);
  }
}
