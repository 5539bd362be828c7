import { useRef } from 'react';
import type { DumpFormat } from '#core/engine/engine.ts';
import type { FileReport, FileWork } from '#state/database/database-file-slice.ts';
import { Button } from '#ui/button.tsx';
import { formatBytes } from '#ui/format-quantity.ts';
import { FileProgress } from './file-progress.tsx';
import { useFileDrop } from '#ui/use-file-drop.ts';
import styles from './file-section.module.css';
import dialogStyles from './database-dialog.module.css';

interface FileSectionProps {
  readonly isReady: boolean;
  /** How much the database holds of its own; null while there is none. */
  readonly bytes: number | null;
  readonly work: FileWork | null;
  readonly report: FileReport | null;
  readonly onDownload: (format: DumpFormat) => void;
  readonly onChoose: (file: File) => void;
  readonly onStop: () => void;
}

/** Buttons that write the database to a file and read it back; a file can also be dropped on them. */
export function FileSection({ isReady, bytes, work, report, onDownload, onChoose, onStop }: FileSectionProps) {
  const input = useRef<HTMLInputElement>(null);
  const canWork = isReady && work === null;

  const isOver = useFileDrop(canWork, onChoose);

  return (
    <section
      className={`${dialogStyles.section} ${styles.files}`}
      aria-label="The database as a file"
      data-over={isOver || undefined}
    >
      <h3 className={styles.heading}>As a file</h3>
      <div className={styles.buttons}>
        <Button disabled={!canWork} focusableWhenDisabled onClick={() => onDownload('sql')}>
          Download as SQL
        </Button>
        <Button disabled={!canWork} focusableWhenDisabled onClick={() => onDownload('directory')}>
          Download the data directory
        </Button>
        <Button disabled={!canWork} focusableWhenDisabled onClick={() => input.current?.click()}>
          Load a file…
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File to load"
        accept=".sql,.tar,.gz,.tgz,text/plain,application/gzip,application/x-tar"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again after it was changed.
          currentTarget.value = '';
          if (file !== undefined) onChoose(file);
        }}
      />
      {work !== null && <FileProgress work={work} onStop={onStop} />}
      <p role="status" className={report?.tone === 'done' ? styles.done : undefined} hidden={report?.tone !== 'done'}>
        {report?.tone === 'done' && report.text}
      </p>
      {report?.tone === 'failed' && (
        <p role="alert" className={styles.failed}>
          {report.text}
        </p>
      )}
      <p className={dialogStyles.note}>
        SQL can be read, edited, and run by any PostgreSQL. The data directory keeps everything as it is, for any PGlite
        with PostgreSQL 18. Both can be loaded here again.
        {bytes !== null && ` Your tables and their log take ${formatBytes(bytes)} of this page’s memory.`}
      </p>
    </section>
  );
}
