import { describe, expect, it } from 'vitest';
import type { Catalog, Index } from '#core/catalog/catalog.ts';
import { diffCatalogs } from '#core/catalog/diff.ts';
import { plainCatalog, plainTable } from '#core/catalog/plain-catalog.ts';
import { changeWords } from './change-words.ts';
import type { RunOutcome, StatementOutcome, TransactionStatus } from './outcome.ts';

const empty = plainCatalog();

const product = plainTable('product', { rows: { count: 2, exact: true } });

function done(command: string, affectedRows: number | null = null): StatementOutcome {
  return { kind: 'done', sql: '', start: 0, end: 0, command, result: null, affectedRows, notices: [], durationMs: 1 };
}

const failed: StatementOutcome = {
  kind: 'failed',
  sql: '',
  start: 0,
  end: 0,
  notices: [],
  durationMs: 1,
  failure: { kind: 'statement', sqlState: '23505', message: 'duplicate key' },
};

interface Example {
  readonly statements: readonly StatementOutcome[];
  readonly after?: Partial<Catalog>;
  readonly before?: Partial<Catalog>;
  readonly from?: TransactionStatus;
  readonly to?: TransactionStatus;
}

function wordsOf({ statements, before = {}, after = before, from = 'idle', to = 'idle' }: Example): string {
  const outcome: RunOutcome = { statements, transaction: to, durationMs: 1 };
  return changeWords(outcome, from, diffCatalogs({ ...empty, ...before }, { ...empty, ...after }));
}

const withProduct = { tables: [product] };
const index: Index = {
  name: 'by_name',
  method: 'btree',
  unique: false,
  constraint: null,
  columns: [],
  include: [],
  nullsNotDistinct: false,
  where: null,
  valid: true,
};

describe('what a run changed', () => {
  it.each<[string, Example]>([
    ['3 rows inserted', { statements: [done('INSERT', 1), done('INSERT', 2)] }],
    ['1 row inserted, 5 rows deleted', { statements: [done('INSERT', 1), done('DELETE', 5)] }],
    ['0 rows updated', { statements: [done('UPDATE', 0)] }],
    ['table product created', { statements: [done('CREATE TABLE')], after: withProduct }],
    ['table product dropped', { statements: [done('DROP TABLE')], before: withProduct, after: {} }],
    [
      'table product altered, 2 rows updated',
      {
        statements: [done('ALTER TABLE'), done('UPDATE', 2)],
        before: withProduct,
        after: { tables: [{ ...product, comment: 'What is sold' }] },
      },
    ],
    [
      'index by_name created',
      {
        statements: [done('CREATE INDEX')],
        before: withProduct,
        after: { tables: [{ ...product, indexes: [index] }] },
      },
    ],
    [
      'product: 2 rows fewer',
      {
        statements: [done('TRUNCATE TABLE')],
        before: withProduct,
        after: { tables: [{ ...product, rows: { count: 0, exact: true } }] },
      },
    ],
    ['GRANT', { statements: [done('GRANT')] }],
    ['session setting', { statements: [done('SET')] }],
    ['1 row inserted, transaction opened', { statements: [done('BEGIN'), done('INSERT', 1)], to: 'open' }],
    ['transaction committed', { statements: [done('COMMIT')], from: 'open' }],
    ['transaction rolled back', { statements: [done('ROLLBACK')], from: 'failed' }],
    ['failed, 23505: nothing changed', { statements: [failed] }],
    ['1 row inserted; then failed, 23505', { statements: [done('INSERT', 1), failed] }],
    ['changed nothing', { statements: [done('SELECT')] }],
    [
      'table a created, table b created, table c created, table d created and 1 more',
      { statements: [], after: { tables: Array.from('abcde', (name) => ({ ...product, name })) } },
    ],
  ])('reads %s', (words, example) => {
    expect(wordsOf(example)).toBe(words);
  });

  it('is told by the statements alone where the catalog could not be read', () => {
    const outcome: RunOutcome = { statements: [failed], transaction: 'failed', durationMs: 1 };
    expect(changeWords(outcome, 'open', null)).toBe('failed, 23505: transaction failed');
  });
});
