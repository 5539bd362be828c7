import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import { formatMeasure } from '#ui/format-number.ts';
import { formatCount } from '#ui/format-quantity.ts';
import styles from './pool-picture.module.css';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What Go's `db.Stats()` says at the moment, of all applications together where there are several. */
export function statisticFacts({ statistics, summed }: PoolFrame): readonly Fact[] {
  const all = summed ?? statistics;
  const most = all.maxOpenConnections === 0 ? 'no limit' : formatCount(all.maxOpenConnections);
  return [
    { name: 'MaxOpenConnections', value: most },
    { name: 'OpenConnections', value: formatCount(all.openConnections) },
    { name: 'InUse', value: formatCount(all.inUse) },
    { name: 'Idle', value: formatCount(all.idle) },
    { name: 'WaitCount', value: formatCount(all.waitCount) },
    { name: 'WaitDuration', value: formatMeasure(all.waitDurationMs, 'ms') },
    { name: 'MaxIdleClosed', value: formatCount(all.maxIdleClosed) },
    { name: 'MaxIdleTimeClosed', value: formatCount(all.maxIdleTimeClosed) },
    { name: 'MaxLifetimeClosed', value: formatCount(all.maxLifetimeClosed) },
  ];
}

/** What the server behind the pool is doing. */
export function serverFacts({ server }: PoolFrame): readonly Fact[] {
  return [
    { name: 'Server', value: server.isDown ? 'down' : 'up' },
    { name: 'Queries running', value: formatCount(server.running) },
    ...(server.atPooler > 0 ? [{ name: 'Waiting at the pooler', value: formatCount(server.atPooler) }] : []),
    { name: server.isPooled ? 'Connections (the pooler’s)' : 'Connections', value: formatCount(server.connections) },
    ...(server.refused > 0 ? [{ name: 'Refused so far', value: formatCount(server.refused) }] : []),
    ...(server.unreachable > 0 ? [{ name: 'Could not connect so far', value: formatCount(server.unreachable) }] : []),
  ];
}

interface PoolFactsProps {
  readonly title: string;
  readonly facts: readonly Fact[];
}

export function PoolFacts({ title, facts }: PoolFactsProps) {
  return (
    <section className={styles.facts}>
      <h3 className={styles.factsTitle}>{title}</h3>
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
