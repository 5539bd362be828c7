import { describe, expect, it } from 'vitest';
import { plainRoutine, plainView } from '#core/catalog/plain-catalog.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import { effectOf } from './only-reads.ts';
import type { RunOutcome, StatementOutcome, TransactionStatus } from './outcome.ts';

const span = { start: 0, end: 0 };

function done(command: string, sql: string): StatementOutcome {
  return { kind: 'done', sql, ...span, command, result: null, affectedRows: null, notices: [], durationMs: 1 };
}

function failed(sql: string): StatementOutcome & { readonly kind: 'failed' } {
  const failure = { kind: 'statement', sqlState: '23505', message: 'no' } as const;
  return { kind: 'failed', sql, ...span, failure, notices: [], durationMs: 1 };
}

function ran(statements: readonly StatementOutcome[], transaction: TransactionStatus = 'idle'): RunOutcome {
  return { statements, transaction, durationMs: 1 };
}

const receipts: Pick<Catalog, 'functions' | 'views'> = {
  functions: [plainRoutine('next_receipt', { returns: 'integer' })],
  views: [plainView('numbered')],
};

describe('what a run leaves behind', () => {
  it.each([
    ['SELECT', 'select 1'],
    ['SHOW', 'show search_path'],
    ['SELECT', '(table t) union values (1)'],
    ['EXPLAIN', 'explain analyze select 1'],
    ['SELECT', "select * from log where action = 'insert' -- or update"],
    ['SELECT', 'select $$ delete $$, $a$ setval $a$ /* merge */'],
  ])('is nothing when %s only asks: %s', (command, sql) => {
    expect(effectOf(ran([done(command, sql)]), 'idle', receipts)).toBe('nothing');
  });

  it('is nothing when a transaction is ended that was never begun', () => {
    const outcome = ran([done('ROLLBACK', 'rollback'), done('SELECT', 'select 1')]);
    expect(effectOf(outcome, 'idle', receipts)).toBe('nothing');
    expect(effectOf(outcome, 'open', receipts)).toBe('maybe');
  });

  it.each([{ kind: 'stopped', afterMs: 5 } as const, { kind: 'engine-lost', reason: 'gone' } as const])(
    'is nothing of a loop that ended as $kind',
    (failure) => {
      const cut: StatementOutcome = {
        ...failed('do $$ begin loop end loop; end $$'),
        kind: 'failed',
        failure,
        notices: [],
      };
      expect(effectOf(ran([cut]), 'idle', receipts)).toBe('failed');
      expect(effectOf(ran([done('INSERT', 'insert into t values (1)'), cut]), 'idle', receipts)).toBe('maybe');
    },
  );

  it.each([
    ['INSERT', 'insert into t values (1)'],
    ['SET', 'set work_mem = 1'],
    ['SELECT', "select nextval('s')"],
    ['SELECT', "select set_config('work_mem', '1', false)"],
    ['SELECT', 'select pg_advisory_lock(1)'],
    ['SELECT', 'with gone as (delete from t returning 1) select * from gone'],
    ['SELECT', 'select * into u from t'],
    ['SELECT', 'select 1 from t for update'],
    ['EXPLAIN', 'explain analyze insert into t values (1)'],
    ['SELECT', 'select Next_Receipt()'],
    ['SELECT', 'select * from numbered'],
    ['SELECT', 'create table u as select 1'],
    ['EXPLAIN', 'explain analyze create table u as select 1'],
    ['SELECT', 'execute add_row'],
  ])('may be something after %s: %s', (command, sql) => {
    expect(effectOf(ran([done('SELECT', 'select 1'), done(command, sql)]), 'idle', receipts)).toBe('maybe');
  });

  it('is nothing when a view is asked in a database without functions', () => {
    const outcome = ran([done('SELECT', 'select * from numbered')]);
    expect(effectOf(outcome, 'idle', { ...receipts, functions: [] })).toBe('nothing');
  });

  it('is nothing of what failed, outside of a transaction', () => {
    expect(effectOf(ran([done('SELECT', 'select 1'), failed('insert into t values (1)')]), 'idle', receipts)).toBe(
      'failed',
    );
  });

  it.each(['call p()', 'do $$ begin commit; end $$', 'create index concurrently on t (a)', 'vacuum t'])(
    'may be something of %s though it failed, since it commits by itself',
    (sql) => {
      expect(effectOf(ran([failed(sql)]), 'idle', receipts)).toBe('maybe');
    },
  );

  it('is something when a statement before the failure changed something', () => {
    expect(effectOf(ran([done('DELETE', 'delete from t'), failed('oops')]), 'idle', receipts)).toBe('maybe');
  });

  it('is something when a transaction failed, and nothing when one that had failed refuses more', () => {
    const outcome = ran([failed('select 1')], 'failed');
    expect(effectOf(outcome, 'open', receipts)).toBe('maybe');
    expect(effectOf(outcome, 'failed', receipts)).toBe('failed');
  });
});
