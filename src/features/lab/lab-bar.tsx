import type { ReactNode } from 'react';
import styles from './lab-bar.module.css';

/** The bar below a lab in which nothing happens over time: what else a timeline would have at its end. */
export function LabBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}
