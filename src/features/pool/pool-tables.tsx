import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import { DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import type { LaneInterval } from '#content/labs/pool/pool-lanes.ts';
import { laneWords } from './lane-words.ts';
import { serverFacts, statisticFacts, type Fact } from './pool-facts.tsx';
import styles from './pool-picture.module.css';

/** The same as the picture, in tables. */
export function PoolTables({ frame }: { readonly frame: PoolFrame }) {
  const { lanes, moreLanes, line, timeMs, forkMs, applications, moreApplications, statistics } = frame;
  const ofFirst = applications.length > 0 ? ' of the first application' : '';
  const connections = lanes.flatMap(({ connection, intervals }) => {
    const last = intervals.at(-1);
    if (connection === null || last === undefined) return [];
    const request = last.request === null ? null : String(last.request);
    return [[String(connection), laneNow(last), request, formatNumber(timeMs - last.fromMs)]];
  });
  const failed = lanes
    .flatMap(({ intervals }) => intervals.filter(({ state }) => state === 'failed'))
    .toSorted((a, b) => a.toMs - b.toMs);
  return (
    <div className={styles.tables}>
      {forkMs !== null && <p className={styles.note}>The fork begins at {formatNumber(forkMs / 1000, 4)} s.</p>}
      <DataTable
        caption={`Connections${ofFirst} now`}
        isCaptionShown
        columns={[
          { name: 'connection', kind: 'number' },
          { name: 'is', kind: 'text' },
          { name: 'request', kind: 'number' },
          { name: 'for (ms)', kind: 'number' },
        ]}
        rows={connections}
        rowCount={connections.length + moreLanes}
      />
      {failed.length > 0 && (
        <DataTable
          caption={`Connections${ofFirst} that could not be opened, in the time that is shown`}
          isCaptionShown
          columns={[
            { name: 'connection', kind: 'number' },
            { name: 'request', kind: 'number' },
            { name: 'failed at (s)', kind: 'number' },
            { name: 'after (ms)', kind: 'number' },
          ]}
          rows={failed.map(({ connection, request, fromMs, toMs }) => [
            String(connection),
            request === null ? null : String(request),
            formatNumber(toMs / 1000, 6),
            formatNumber(toMs - fromMs),
          ])}
        />
      )}
      <DataTable
        caption={`Waiting line${ofFirst}, the first to come first`}
        isCaptionShown
        columns={[
          { name: 'request', kind: 'number' },
          { name: 'has waited (ms)', kind: 'number' },
        ]}
        rows={line.waiters.map(({ request, waitedMs }) => [String(request), formatNumber(waitedMs)])}
        rowCount={line.total}
      />
      {applications.length > 0 && (
        <DataTable
          caption="Applications"
          isCaptionShown
          columns={[
            { name: 'application', kind: 'number' },
            { name: 'open', kind: 'number' },
            { name: 'at most', kind: 'text' },
            { name: 'in use', kind: 'number' },
            { name: 'idle', kind: 'number' },
            { name: 'waiting', kind: 'number' },
          ]}
          rows={applications.map(({ open, inUse, idle, waiting }, place) => [
            String(place + 1),
            String(open),
            statistics.maxOpenConnections === 0 ? 'no limit' : String(statistics.maxOpenConnections),
            ...[inUse, idle, waiting].map(String),
          ])}
          rowCount={applications.length + moreApplications}
        />
      )}
      <FactTable caption="The pool, as Go counts" facts={statisticFacts(frame)} />
      <FactTable caption="The server" facts={serverFacts(frame)} />
    </div>
  );
}

function laneNow({ isSlow, state }: LaneInterval): string {
  return isSlow ? `${laneWords[state]}, ${laneWords.slow}` : laneWords[state];
}

function FactTable({ caption, facts }: { readonly caption: string; readonly facts: readonly Fact[] }) {
  return (
    <DataTable
      caption={caption}
      isCaptionShown
      columns={[
        { name: 'figure', kind: 'text' },
        { name: 'value', kind: 'number' },
      ]}
      rows={facts.map(({ name, value }) => [name, value])}
    />
  );
}
