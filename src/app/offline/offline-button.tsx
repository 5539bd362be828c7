import { useState } from 'react';
import { useAppStore } from '#state/use-app-store.ts';
import { formatBytes } from '#ui/format-quantity.ts';
import { sumOfBytes } from './file-kinds.ts';
import { OfflineDialog } from './offline-dialog.tsx';
import styles from './offline.module.css';

interface OfflineButtonProps {
  readonly text?: string;
}

/** Says that the site works without a network, once it does, and shows on request what is kept for it. */
export function OfflineButton({ text = 'works offline' }: OfflineButtonProps) {
  const files = useAppStore((state) => state.keptFiles);
  const [isOpen, setIsOpen] = useState(false);
  if (files.length === 0) return null;
  return (
    <>
      <button type="button" className={styles.button} onClick={() => setIsOpen(true)}>
        {text} · {formatBytes(sumOfBytes(files))}
      </button>
      <OfflineDialog isOpen={isOpen} files={files} onClose={() => setIsOpen(false)} />
    </>
  );
}
