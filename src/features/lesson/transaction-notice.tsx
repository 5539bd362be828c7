import { InlineCode } from '#ui/inline-code.tsx';
import { TriangleAlert, Hourglass } from 'lucide-react';
import type { TransactionStatus } from '#core/engine/outcome.ts';
import styles from './transaction-notice.module.css';

const notices = {
  open: {
    icon: Hourglass,
    title: 'A transaction is open.',
    text: 'What you have run since `BEGIN` is not kept yet. Run `COMMIT;` to keep it, or `ROLLBACK;` to undo it.',
  },
  failed: {
    icon: TriangleAlert,
    title: 'The open transaction has failed.',
    text: 'A statement in it failed, so PostgreSQL refuses every other until you run `ROLLBACK;`. What you ran since `BEGIN` is undone.',
  },
};

/** What it means that a transaction was left open or has failed, and what to type. */
export function TransactionNotice({ status }: { readonly status: TransactionStatus }) {
  if (status === 'idle') return null;
  const { icon: Icon, title, text } = notices[status];
  return (
    <output className={styles.notice} data-status={status}>
      <Icon size={18} aria-hidden="true" />
      <span>
        <strong>{title}</strong> <InlineCode text={text} />
      </span>
    </output>
  );
}
