import { Hourglass, TriangleAlert } from 'lucide-react';
import type { TransactionStatus } from '#core/engine/outcome.ts';
import { transactionWords } from '#core/engine/transaction-words.ts';
import { Badge } from '#ui/badge.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './results.module.css';

/** What a transaction that was left open or has failed means, and what to type. */
export function TransactionNote({ status }: { readonly status: TransactionStatus }) {
  if (status === 'idle') return null;
  const { title, meaning } = transactionWords[status];
  return (
    <p className={styles.transaction}>
      <Badge tone={status === 'open' ? 'waiting' : 'bad'} icon={status === 'open' ? Hourglass : TriangleAlert}>
        {title}
      </Badge>
      <span>
        <InlineCode text={meaning} />
      </span>
    </p>
  );
}
