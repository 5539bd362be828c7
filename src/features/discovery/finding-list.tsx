import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import styles from './discovery.module.css';

interface FindingListProps {
  readonly label: string;
  readonly children: readonly ReactNode[];
}

const shownAtFirst = 12;

/** A list that may be very long, shown as far as it is read. */
export function FindingList({ label, children }: FindingListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? children : children.slice(0, shownAtFirst);
  if (children.length === 0) return null;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {shown}
      </ul>
      {shown.length < children.length && (
        <div>
          <Button
            variant="quiet"
            aria-label={`Show all ${formatCount(children.length)}: ${label}`}
            onClick={() => setIsWhole(true)}
          >
            Show all {formatCount(children.length)}
          </Button>
        </div>
      )}
    </>
  );
}
