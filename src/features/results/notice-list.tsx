import { Info, TriangleAlert } from 'lucide-react';
import type { Notice } from '#core/engine/outcome.ts';
import styles from './results.module.css';

/** What PostgreSQL remarked on along the way. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {notices.map(({ severity, message, detail, hint }, place) => {
        const Icon = severity === 'WARNING' ? TriangleAlert : Info;
        return (
          <li key={place} data-severity={severity}>
            <Icon aria-hidden="true" />
            <span>
              <b>{severity}</b> {[message, detail, hint].filter((part) => part !== undefined).join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
