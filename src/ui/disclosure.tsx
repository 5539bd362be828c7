import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  /** The line that is always seen, and pressed. */
  readonly summary: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Drawn only while open. */
  readonly children: ReactNode;
}

/** A line that opens to show more. */
export function Disclosure({ summary, isOpenAtFirst = false, children }: DisclosureProps) {
  return (
    <Collapsible.Root defaultOpen={isOpenAtFirst}>
      <Collapsible.Trigger className={styles.trigger}>
        <ChevronRight className={styles.chevron} aria-hidden="true" />
        <span className={styles.summary}>{summary}</span>
      </Collapsible.Trigger>
      <Collapsible.Panel>{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
