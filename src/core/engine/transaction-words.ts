import type { TransactionStatus } from './outcome.ts';

/** What it means that a transaction was left open or has failed, and what to type; text with `code` in backticks. */
export const transactionWords: Readonly<
  Record<Exclude<TransactionStatus, 'idle'>, { title: string; meaning: string }>
> = {
  open: {
    title: 'Transaction open',
    meaning: 'Nothing since `BEGIN` is permanent until you run `COMMIT`; `ROLLBACK` takes it back.',
  },
  failed: {
    title: 'Transaction failed',
    meaning:
      'A statement in it failed, so PostgreSQL refuses everything until you run `ROLLBACK`, which takes it all back.',
  },
};
