import { Hourglass, TriangleAlert } from 'lucide-react';
import type { TransactionStatus } from '#core/engine/outcome.ts';
import { transactionWords } from '#core/engine/transaction-words.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './transaction-notice.module.css';

/** What it means that a transaction was left open or has failed, and what to type. */
export function TransactionNotice({ status }: { readonly status: TransactionStatus }) {
  if (status === 'idle') return null;
  const Icon = status === 'open' ? Hourglass : TriangleAlert;
  const { title, meaning } = transactionWords[status];
  return (
    <div className={styles.notice} data-status={status} role="status">
      <Icon aria-hidden="true" />
      <p>
        <strong>{title}.</strong> <InlineCode text={meaning} />
      </p>
    </div>
  );
}
