import type { PoolLine } from '#content/labs/pool/pool-frame.ts';
import { formatMeasure } from '#ui/format-number.ts';
import { formatCount } from '#ui/format-quantity.ts';
import styles from './pool-picture.module.css';

/** Who waits for a connection now, the first to come at the left; the darker the longer. */
export function WaitingLine({ line }: { readonly line: PoolLine }) {
  const { waiters, total } = line;
  const longestMs = Math.max(0, ...waiters.map(({ waitedMs }) => waitedMs));
  return (
    <div className={styles.line}>
      <p className={styles.lineText}>
        <b>Waiting line</b>{' '}
        {total === 0
          ? 'Nobody waits.'
          : `${formatCount(total)} ${total === 1 ? 'waits' : 'wait'}, the longest for ${formatMeasure(longestMs, 'ms')}.`}
      </p>
      {total > 0 && (
        <ol className={styles.waiters} aria-hidden="true">
          {waiters.map(({ request, waitedMs }) => (
            <li
              key={request}
              className={styles.waiter}
              title={`Request ${request} has waited for ${formatMeasure(waitedMs, 'ms')}`}
            />
          ))}
          {total > waiters.length && <li className={styles.moreWaiters}>+ {formatCount(total - waiters.length)}</li>}
        </ol>
      )}
    </div>
  );
}
