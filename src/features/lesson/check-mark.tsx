import type { CheckState } from './check-line.ts';
import styles from './check-mark.module.css';

/** A dashed ring, a filled disc with a tick, a ring with a cross. It says nothing: words stand beside it. */
export function CheckMark({ state }: { readonly state: CheckState }) {
  return (
    <svg className={styles[state]} width="18" height="18" viewBox="0 0 18 18" fill="none" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}

const shapes = {
  unchecked: <circle cx="9" cy="9" r="7.5" stroke="currentColor" strokeWidth="1.6" strokeDasharray="3 2.6" />,
  passed: (
    <>
      <circle cx="9" cy="9" r="8.5" fill="currentColor" />
      <path d="M5 9.3l2.7 2.7L13 6.6" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  failed: (
    <>
      <circle cx="9" cy="9" r="8" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 6l6 6M12 6l-6 6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
};
