import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import { DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { laneWords } from './lane-words.ts';
import { serverFacts, statisticFacts, type Fact } from './pool-facts.tsx';
import styles from './pool-picture.module.css';

/** The same as the picture, in tables. */
export function PoolTables({ frame }: { readonly frame: PoolFrame }) {
  const { lanes, moreLanes, line, timeMs, applications, moreApplications } = frame;
  const connections = lanes.flatMap(({ connection, intervals }) => {
    const last = intervals.at(-1);
    if (connection === null || last === undefined) return [];
    const request = last.request === null ? null : String(last.request);
    return [[String(connection), laneWords[last.state], request, formatNumber(timeMs - last.fromMs)]];
  });
  return (
    <div className={styles.tables}>
      <DataTable
        caption="Connections now"
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
      <DataTable
        caption="Waiting line, the first to come first"
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
            { name: 'in use', kind: 'number' },
            { name: 'idle', kind: 'number' },
            { name: 'waiting', kind: 'number' },
          ]}
          rows={applications.map(({ open, inUse, idle, waiting }, place) =>
            [place + 1, open, inUse, idle, waiting].map(String),
          )}
          rowCount={applications.length + moreApplications}
        />
      )}
      <FactTable caption="The pool, as Go counts" facts={statisticFacts(frame)} />
      <FactTable caption="The server" facts={serverFacts(frame)} />
    </div>
  );
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
