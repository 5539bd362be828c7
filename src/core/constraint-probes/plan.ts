import type { Table } from '#core/catalog/catalog.ts';
import type { Laboratory } from './laboratory.ts';
import { statementsOf, type MadeRow } from './made-row.ts';
import type { ConstraintKind, Expectation, Probe, TestedConstraint } from './probe.ts';
import type { Rule } from './row-rules.ts';

/** The probes of one constraint, and why others could not be made. */
export interface Plan {
  readonly constraint: TestedConstraint;
  readonly probes: readonly Probe[];
  readonly gaps: readonly string[];
}

/** Collects the probes of one constraint as they are found. */
export class Planner {
  readonly laboratory: Laboratory;
  readonly table: Table;
  /** PostgreSQL may name a part of the constraint rather than itself. */
  isNameOpen = false;
  readonly #constraint: TestedConstraint;
  readonly #probes: Probe[] = [];
  readonly #gaps: string[] = [];

  constructor(laboratory: Laboratory, table: Table, kind: ConstraintKind, name: string, declaration: string) {
    this.laboratory = laboratory;
    this.table = table;
    this.#constraint = { table: { schema: table.schema, name: table.name }, kind, name, declaration };
  }

  add(words: string, setup: readonly string[], tested: string, expected: Expectation, more: Partial<Probe> = {}): void {
    this.#probes.push({ words, setup, tested, expected: this.#named(expected), followUp: [], child: null, ...more });
  }

  /** `row` is inserted, after the rows that it needs. */
  addRow(words: string, row: MadeRow, expected: Expectation, setup: readonly string[] = []): void {
    const { before, insert, after } = row;
    this.add(words, [...setup, ...before], insert, expected, { followUp: after });
  }

  /** A partition's own constraint is called as it pleases. */
  #named(expected: Expectation): Expectation {
    const isPartitioned = this.table.partitioning !== null || this.isNameOpen;
    return isPartitioned && expected.kind === 'refused' ? { ...expected, by: [] } : expected;
  }

  gap(sentence: string): void {
    if (!this.#gaps.includes(sentence)) this.#gaps.push(sentence);
  }

  plan(): Plan {
    return { constraint: this.#constraint, probes: this.#probes, gaps: this.#gaps };
  }
}

export const accepted: Expectation = { kind: 'accepted' };

export function refused(sqlState: string, ...by: readonly string[]): Expectation {
  return { kind: 'refused', sqlStates: [sqlState], by };
}

const stateOf: Readonly<Record<Rule['kind'], string>> = {
  'not null': '23502',
  check: '23514',
  domain: '23514',
  unique: '23505',
  exclusion: '23P01',
  'foreign key': '23503',
  partition: '23514',
};

/** Refused by whichever of these PostgreSQL looks at first; accepted where there are none. */
export function refusedBy(rules: readonly Rule[]): Expectation {
  if (rules.length === 0) return accepted;
  const isNamed = rules.every(({ kind }) => kind !== 'partition');
  return {
    kind: 'refused',
    sqlStates: [...new Set(rules.map(({ kind }) => stateOf[kind]))],
    by: isNamed ? [...new Set(rules.map(({ name }) => name))] : [],
  };
}

/** What stands once a row and all it needs was inserted. */
export function including(setup: readonly string[], row: MadeRow): readonly string[] {
  return [...setup, ...statementsOf(row)];
}
