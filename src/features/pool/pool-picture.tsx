import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import { ApplicationBars } from './application-bars.tsx';
import { ConnectionLanes } from './connection-lanes.tsx';
import { LaneLegend } from './lane-legend.tsx';
import { PoolFacts, serverFacts, statisticFacts } from './pool-facts.tsx';
import { WaitingLine } from './waiting-line.tsx';
import styles from './pool-picture.module.css';

/** A pool at a moment: its connections as lanes over time, who waits, what Go counts, and the server behind it. */
export function PoolPicture({ frame }: { readonly frame: PoolFrame }) {
  const isAlone = frame.applications.length === 0;
  return (
    <div className={styles.picture}>
      {frame.server.isDown && (
        <p className={styles.down}>
          <b>The database is down.</b> Nobody can connect; who holds a connection holds a dead one.
        </p>
      )}
      <div className={styles.lanes}>
        <h3 className={styles.factsTitle}>
          {isAlone ? 'Connections of the pool' : 'Connections of the first application'}
        </h3>
        <ConnectionLanes frame={frame} />
        <LaneLegend lanes={frame.lanes} />
      </div>
      <WaitingLine title={isAlone ? 'Waiting line' : 'Waiting line of the first application'} line={frame.line} />
      {!isAlone && (
        <ApplicationBars
          applications={frame.applications}
          more={frame.moreApplications}
          maxOpen={frame.statistics.maxOpenConnections}
        />
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
