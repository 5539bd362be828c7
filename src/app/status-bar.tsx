import type { DatabaseStatus } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { formatDuration, formatQuantity } from '#ui/format-quantity.ts';
import { useDelayed } from '#ui/use-delayed.ts';
import { OfflineButton } from './offline/offline-button.tsx';
import styles from './workbench.module.css';

/** What the database is, what it holds, and what the last run took. */
export function StatusBar() {
  const database = useAppStore((state) => state.database);
  const isRestarting = useAppStore((state) => state.isRestarting);
  const tables = useAppStore((state) => state.catalog?.tables.length ?? 0);
  const storage = useAppStore((state) => (state.areRecordsStored ? state.databaseStorage : 'not-saved'));
  const isSavingLong = useDelayed(storage === 'saving');
  const outcome = useAppStore((state) => state.lastRun?.outcome);
  const result = outcome?.statements.findLast((statement) => statement.kind === 'done')?.result;
  return (
    <footer className={styles.status}>
      <span data-database={isRestarting ? 'starting' : database.kind} className={styles.database} role="status">
        {isRestarting ? 'Starting again…' : databaseText(database)}
      </span>
      {database.kind === 'ready' && <span>{formatQuantity(tables, 'table')}</span>}
      <span className={styles.saved} data-storage={storage}>
        {storage === 'not-saved' ? 'nothing is saved' : isSavingLong ? 'saving…' : 'saved in this browser'}
      </span>
      <OfflineButton />
      {outcome !== undefined && (
        <span className={styles.took}>
          {result == null ? '' : `${formatQuantity(result.rowCount, 'row')} · `}
          {formatDuration(outcome.durationMs)}
        </span>
      )}
    </footer>
  );
}

function databaseText(database: DatabaseStatus): string {
  switch (database.kind) {
    case 'off':
      return 'No database yet';
    case 'not-needed':
      return 'This lesson needs no database';
    case 'starting':
      return 'Starting PostgreSQL…';
    case 'preparing':
      return `Preparing the tables… ${database.done} of ${database.total}`;
    case 'ready':
      return 'PostgreSQL 18 in this page';
    case 'failed':
      return database.message;
  }
}
