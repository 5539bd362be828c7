import type { PoolLine } from '#content/labs/pool/pool-frame.ts';
import { formatMeasure } from '#ui/format-number.ts';
import { formatCount } from '#ui/format-quantity.ts';
import styles from './waiting-line.module.css';

interface WaitingLineProps {
  readonly title: string;
  readonly line: PoolLine;
}

/** So many have a place of their own, taken or not: what is below must not jump as the line grows and shrinks. */
const places = 60;

/** Who waits for a connection now, the first to come at the left. */
export function WaitingLine({ title, line }: WaitingLineProps) {
  const { waiters, total } = line;
  const longestMs = Math.max(0, ...waiters.map(({ waitedMs }) => waitedMs));
  const empty = Math.max(0, places - waiters.length);
  const more = total - waiters.length;
  return (
    <section className={styles.line}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.text}>
        {total === 0
          ? 'Nobody waits.'
          : `${formatCount(total)} ${total === 1 ? 'waits' : 'wait'}, the longest for ${formatMeasure(longestMs, 'ms')}.`}
      </p>
      <ol className={styles.waiters} aria-hidden="true">
        {waiters.map(({ request, waitedMs }) => (
          <li
            key={request}
            className={styles.waiter}
            title={`Request ${request} has waited for ${formatMeasure(waitedMs, 'ms')}`}
          />
        ))}
        {Array.from({ length: empty }, (_, place) => (
          <li key={`place ${place}`} className={styles.place} />
        ))}
        <li className={styles.more}>{more > 0 && `+ ${formatCount(more)}`}</li>
      </ol>
    </section>
  );
}
