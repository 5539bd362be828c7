import type { FileWork } from '#state/database/database-file-slice.ts';
import { Button } from '#ui/button.tsx';
import { Spinner } from '#ui/spinner.tsx';
import { useDelayed } from '#ui/use-delayed.ts';
import styles from './file-section.module.css';

interface FileProgressProps {
  readonly work: FileWork;
  readonly onStop: () => void;
}

/** What is being done with a file, once it takes longer than a moment. */
export function FileProgress({ work, onStop }: FileProgressProps) {
  if (!useDelayed(true)) return null;
  return (
    <div className={styles.progress}>
      <Spinner />
      <span role="status">{wordsOf(work)}</span>
      <Button variant="quiet" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}

function wordsOf(work: FileWork): string {
  if (work.kind === 'load') return `Loading ${work.name}…`;
  return work.format === 'sql' ? 'Writing the database as SQL…' : 'Packing the data directory…';
}
