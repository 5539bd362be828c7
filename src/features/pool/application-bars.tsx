import type { ApplicationFrame } from '#content/labs/pool/pool-frame.ts';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';
import styles from './application-bars.module.css';

interface ApplicationBarsProps {
  readonly applications: readonly ApplicationFrame[];
  readonly more: number;
  /** Of each application; 0 is no limit. */
  readonly maxOpen: number;
}

/** Each application's pool as a bar, all to one scale: in use and idle of what it may open, and how many wait. */
export function ApplicationBars({ applications, more, maxOpen }: ApplicationBarsProps) {
  // A limit that was lowered may be exceeded for a while.
  const full = Math.max(1, maxOpen, ...applications.map(({ open }) => open));
  const share = (amount: number) => `${(amount / full) * 100}%`;
  return (
    <section className={styles.applications}>
      <h3 className={styles.title}>Applications, each with a pool of its own</h3>
      <ol className={styles.bars}>
        {applications.map(({ open, inUse, idle, waiting }, place) => (
          <li key={place} className={styles.bar} aria-label={spoken(place, { inUse, idle, waiting }, maxOpen)}>
            <span className={styles.name}>{place + 1}</span>
            <span className={styles.track} aria-hidden="true">
              <span data-part="in-use" style={{ width: share(inUse) }} />
              {idle > 0 && <span data-part="idle" style={{ width: share(idle) }} />}
            </span>
            <span className={styles.open} aria-hidden="true">
              {maxOpen > 0 ? `${formatCount(open)} of ${formatCount(maxOpen)}` : formatCount(open)}
            </span>
            <span className={styles.waiting} aria-hidden="true">
              {waiting > 0 && (
                <>
                  <span data-part="waiting" /> {formatCount(waiting)}
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className={styles.more}>and {formatQuantity(more, 'application')} more</p>}
      <p className={styles.key}>
        <span>
          <span data-part="in-use" /> in use
        </span>
        <span>
          <span data-part="idle" /> idle
        </span>
        <span>
          <span data-part="waiting" /> waiting
        </span>
      </p>
    </section>
  );
}

function spoken(place: number, { inUse, idle, waiting }: Omit<ApplicationFrame, 'open'>, maxOpen: number): string {
  const limit = maxOpen > 0 ? `, ${maxOpen} at most` : '';
  return `Application ${place + 1}: ${inUse} in use, ${idle} idle${limit}, ${waiting} waiting`;
}
