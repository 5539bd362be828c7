import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type BadgeTone = 'neutral' | 'good' | 'waiting' | 'bad' | 'key' | 'changed';

interface BadgeProps {
  readonly tone?: BadgeTone;
  /** A shape beside the words, because colour alone says nothing to some. */
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', icon: Icon, children }: BadgeProps) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {Icon !== undefined && <Icon aria-hidden="true" />}
      {children}
    </span>
  );
}
