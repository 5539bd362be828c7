import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for a screen reader alone, where the eye has a shape or a colour. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
