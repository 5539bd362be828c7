import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import { ApplicationBars } from './application-bars.tsx';
import { ConnectionLanes } from './connection-lanes.tsx';
import { LaneLegend } from './lane-legend.tsx';
import { PoolFacts, serverFacts, statisticFacts } from './pool-facts.tsx';
import { WaitingLine } from './waiting-line.tsx';
import styles from './pool-picture.module.css';

/** A pool at a moment: its connections as lanes over time, who waits, what Go counts, and the server behind it. */
export function PoolPicture({ frame }: { readonly frame: PoolFrame }) {
  return (
    <div className={styles.picture}>
      {frame.server.isDown && (
        <p className={styles.down}>
          <b>The database is down.</b> Nobody can connect; who holds a connection holds a dead one.
        </p>
      )}
      <div className={styles.lanes}>
        <h4 className={styles.factsTitle}>
          {frame.applications.length === 0 ? 'Connections of the pool' : 'Connections of the first application'}
        </h4>
        <ConnectionLanes frame={frame} />
        <LaneLegend lanes={frame.lanes} />
      </div>
      <WaitingLine line={frame.line} />
      {frame.applications.length > 0 && (
        <ApplicationBars applications={frame.applications} more={frame.moreApplications} />
      )}
      <div className={styles.both}>
        <PoolFacts
          title={frame.summed === null ? 'The pool now, as Go counts' : 'All pools now, as Go counts'}
          facts={statisticFacts(frame)}
        />
        <PoolFacts title="The server now" facts={serverFacts(frame)} />
      </div>
    </div>
  );
}
