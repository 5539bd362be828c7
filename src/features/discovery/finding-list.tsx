import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import styles from './discovery.module.css';

interface FindingListProps {
  readonly label: string;
  readonly children: readonly ReactNode[];
}

const shownAtOnce = 12;
const moreAtOnce = 100;

/** A list that may be very long, shown as far as it is read. */
export function FindingList({ label, children }: FindingListProps) {
  const [limit, setLimit] = useState(shownAtOnce);
  const left = children.length - limit;
  if (children.length === 0) return null;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {children.slice(0, limit)}
      </ul>
      {left > 0 && (
        <div>
          <Button
            variant="quiet"
            aria-label={`${moreWords(left)}: ${label}`}
            onClick={() => setLimit(limit + moreAtOnce)}
          >
            {moreWords(left)}
          </Button>
        </div>
      )}
    </>
  );
}

function moreWords(left: number): string {
  return left <= moreAtOnce ? `Show ${formatCount(left)} more` : `Show ${moreAtOnce} of ${formatCount(left)} more`;
}
