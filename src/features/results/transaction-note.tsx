import { Hourglass, TriangleAlert } from 'lucide-react';
import type { TransactionStatus } from '#core/engine/outcome.ts';
import { Badge } from '#ui/badge.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './results.module.css';

/** What a transaction that was left open or has failed means, and what to type. */
export function TransactionNote({ status }: { readonly status: TransactionStatus }) {
  if (status === 'idle') return null;
  const isOpen = status === 'open';
  return (
    <p className={styles.transaction}>
      <Badge tone={isOpen ? 'waiting' : 'bad'} icon={isOpen ? Hourglass : TriangleAlert}>
        transaction {status}
      </Badge>
      <span>
        <InlineCode
          text={
            isOpen
              ? 'Nothing since `BEGIN` is permanent until `COMMIT`; `ROLLBACK` takes it back.'
              : 'A statement in it failed: PostgreSQL refuses everything now, and only `ROLLBACK` helps.'
          }
        />
      </span>
    </p>
  );
}
