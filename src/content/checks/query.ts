import * as v from 'valibot';
import type { CellText, ResultSet } from '#core/engine/outcome.ts';
import { code, count, shortSql } from '#content/words.ts';
import { closedMap, listOf, mustBe, text } from '#content/yaml-schema.ts';
import type { CheckKind, Verdict } from './check-kind.ts';
import { compareResults, type ResultContract } from './compare-results.ts';
import { describeColumnCount, differenceVerdict, rowsEvidence } from './difference-verdict.ts';
import { refusedQuery } from './failure-words.ts';
import type { Row } from './match-rows.ts';
import { onSolution } from './on-solution.ts';
import { describeOrder, orderSchema } from './row-order.ts';
import { ask } from './run-answers.ts';

interface QueryParams {
  readonly sql: string;
  readonly order: ResultContract['order'];
  readonly returns:
    | { readonly kind: 'rows'; readonly rows: readonly Row[] }
    | { readonly kind: 'nothing' }
    | { readonly kind: 'same-as-solution' };
}

const cell = v.pipe(
  v.union([v.string(), v.number(), v.boolean(), v.null()], mustBe('text, a number, `true`, `false` or `null`')),
  v.check(
    (value) => typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value),
    () => 'is too large a number to be kept exactly; put it in quotes.',
  ),
  v.transform(printCell),
);

const alwaysTrue = v.literal(true, mustBe('`true`'));

const schema = v.pipe(
  closedMap({
    sql: text,
    rows: v.exactOptional(listOf(listOf(cell, 'values'), 'rows')),
    empty: v.exactOptional(alwaysTrue),
    'same-as-solution': v.exactOptional(alwaysTrue),
    order: v.exactOptional(orderSchema, 'none'),
  }),
  v.check(
    (params) => ['rows', 'empty', 'same-as-solution'].filter((key) => key in params).length === 1,
    'must say with exactly one of `rows`, `empty: true` and `same-as-solution: true` what the query returns.',
  ),
  v.transform(({ sql, order, rows, empty }): QueryParams => {
    if (rows !== undefined) return { sql, order, returns: { kind: 'rows', rows } };
    return { sql, order, returns: { kind: empty === true ? 'nothing' : 'same-as-solution' } };
  }),
);

/** A follow-up query returns given rows, nothing, or what it returns after the solution. */
export const query: CheckKind<QueryParams> = {
  kind: 'query',
  schema,

  describe({ sql, order, returns }) {
    switch (returns.kind) {
      case 'rows':
        return `make ${shortSql(sql)} return ${describeRows(returns.rows, order)}`;
      case 'nothing':
        return `leave nothing for ${shortSql(sql)} to return`;
      case 'same-as-solution':
        return `make ${shortSql(sql)} return the same rows as after the solution, ${describeOrder(order)}`;
    }
  },

  async grade({ sql, order, returns }, context) {
    const asked = await ask(context.engine, sql);
    if (!asked.ok) return refusedQuery(sql, asked.error);
    const found = asked.value;
    if (found === null) return { ok: false, message: `${shortSql(sql)} is no query: it returns no columns.` };
    switch (returns.kind) {
      case 'nothing':
        return judgeEmpty(sql, found);
      case 'rows':
        return judgeRows(sql, returns.rows, found, order);
      case 'same-as-solution': {
        const solved = await onSolution(context, () => ask(context.engine, sql));
        if (!solved.ok) return solved.error;
        const expected = solved.value;
        if (!expected.ok || expected.value === null) return noAnswerAfterSolution(sql);
        return judge(sql, expected.value, found, { order, columns: 'names', tolerance: 0 });
      }
    }
  },
};

function printCell(value: string | number | boolean | null): CellText {
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return value === null ? null : String(value);
}

function describeRows(rows: readonly Row[], order: ResultContract['order']): string {
  const [row] = rows;
  if (rows.length !== 1 || row === undefined) return `the ${rows.length} expected rows, ${describeOrder(order)}`;
  return `the row ${row.map((value) => code(value ?? 'null')).join(', ')}`;
}

function noAnswerAfterSolution(sql: string): Verdict {
  return {
    ok: false,
    message: `After the step's own solution ${shortSql(sql)} fails. This is a fault of the lesson, not yours.`,
  };
}

function judgeEmpty(sql: string, { columns, rows, rowCount }: ResultSet): Verdict {
  if (rowCount === 0) return { ok: true, message: `${shortSql(sql)} returns no rows.` };
  const amiss = `${count(rowCount, 'row')}; expected none.`;
  return {
    ok: false,
    message: `${shortSql(sql)} returns ${amiss}`,
    finding: `Found ${amiss}`,
    evidence: rowsEvidence('Rows that should not be there', columns, rows, rowCount),
  };
}

function judgeRows(sql: string, rows: readonly Row[], found: ResultSet, order: ResultContract['order']): Verdict {
  const odd = rows.find((row) => row.length !== found.columns.length);
  if (odd !== undefined) {
    const amiss = `${describeColumnCount(found, odd.length)}.`;
    return { ok: false, message: `${shortSql(sql)} has ${amiss}`, finding: `Found ${amiss}` };
  }
  const expected = { columns: found.columns, rows, rowCount: rows.length };
  return judge(sql, expected, found, { order, columns: 'positions', tolerance: 0 });
}

function judge(sql: string, expected: ResultSet, found: ResultSet, contract: ResultContract): Verdict {
  const difference = compareResults(expected, found, contract);
  if (difference === null) return { ok: true, message: `${shortSql(sql)} returns the expected rows.` };
  return differenceVerdict(difference, {
    expected,
    found,
    subject: shortSql(sql),
    findingSubject: null,
    missingTitle: 'Rows that are missing',
    extraTitle: 'Rows that should not be there',
  });
}
