import { Info, TriangleAlert, X } from 'lucide-react';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import styles from './page-notices.module.css';

/** What the learner should know about the page itself, below the top bar until it is put away. */
export function PageNotices() {
  const notices = useAppStore((state) => state.notices);
  const dismiss = useAppStore((state) => state.dismissNotice);
  return (
    <div className={styles.notices} role="status">
      {notices.map(({ id, tone, text, actions = [] }) => (
        <div key={id} className={`${styles.notice} ${styles[tone]}`}>
          {tone === 'warning' ? <TriangleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
          <p>{text}</p>
          {actions.length > 0 && (
            <span className={styles.actions}>
              {actions.map(({ label, onAct }) => (
                <Button key={label} onClick={onAct}>
                  {label}
                </Button>
              ))}
            </span>
          )}
          <IconButton icon={X} label="Dismiss" onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
