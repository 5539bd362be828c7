import type { KeptFile } from '#state/offline-slice.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatBytes, formatCount, formatQuantity } from '#ui/format-quantity.ts';
import { groupFiles, sumOfBytes } from './file-kinds.ts';
import styles from './offline.module.css';

const size: DataColumn = { name: 'Size', kind: 'number' };

interface OfflineDialogProps {
  readonly isOpen: boolean;
  readonly files: readonly KeptFile[];
  readonly onClose: () => void;
}

/** What of the site is kept in the browser, and how large it is: by kind, and file by file. */
export function OfflineDialog({ isOpen, files, onClose }: OfflineDialogProps) {
  const total = `${formatQuantity(files.length, 'file')}, ${formatBytes(sumOfBytes(files))}`;
  return (
    <Dialog isOpen={isOpen} title="Works offline" onClose={onClose}>
      <div className={styles.contents}>
        <p>
          The whole site is kept in this browser ({total}): every lesson opens without a network, PostgreSQL included. A
          new version fetches only what it changes.
        </p>
        <DataTable
          caption="What is kept, by kind"
          columns={[{ name: 'Kind', kind: 'text' }, { name: 'Files', kind: 'number' }, size]}
          rows={groupFiles(files).map(({ kind, count, bytes }) => [kind, formatCount(count), formatBytes(bytes)])}
        />
        <Disclosure summary="Every file">
          <DataTable
            caption="Every file that is kept"
            columns={[{ name: 'File', kind: 'text' }, size]}
            rows={files
              .toSorted((a, b) => b.bytes - a.bytes)
              .map(({ url, bytes }) => [url === '' ? 'the home page' : url, formatBytes(bytes)])}
          />
        </Disclosure>
      </div>
    </Dialog>
  );
}
