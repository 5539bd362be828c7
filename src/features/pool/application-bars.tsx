import type { ApplicationFrame } from '#content/labs/pool/pool-frame.ts';
import { formatQuantity } from '#ui/format-quantity.ts';
import styles from './application-bars.module.css';

interface ApplicationBarsProps {
  readonly applications: readonly ApplicationFrame[];
  readonly more: number;
}

/** Each application's pool as a bar: in use, idle, and who waits. All bars have one scale. */
export function ApplicationBars({ applications, more }: ApplicationBarsProps) {
  const most = Math.max(1, ...applications.map(({ open, waiting }) => open + waiting));
  const share = (amount: number) => `${(amount / most) * 100}%`;
  return (
    <section className={styles.applications}>
      <h4 className={styles.title}>Applications, each with a pool of its own</h4>
      <ol className={styles.bars}>
        {applications.map(({ inUse, idle, waiting }, place) => (
          <li key={place} className={styles.bar} aria-label={spoken(place, { inUse, idle, waiting })}>
            <span className={styles.name}>{place + 1}</span>
            <span className={styles.track} aria-hidden="true">
              <span data-part="in-use" style={{ width: share(inUse) }} />
              <span data-part="idle" style={{ width: share(idle) }} />
              <span data-part="waiting" style={{ width: share(waiting) }} />
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.more}>and {formatQuantity(more, 'application')} more</p>}
      <p className={styles.key}>
        <span data-part="in-use" /> in use <span data-part="idle" /> idle <span data-part="waiting" /> waiting
      </p>
    </section>
  );
}

function spoken(place: number, { inUse, idle, waiting }: Omit<ApplicationFrame, 'open'>): string {
  return `Application ${place + 1}: ${inUse} in use, ${idle} idle, ${waiting} waiting`;
}
