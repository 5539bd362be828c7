import { Undo2 } from 'lucide-react';
import styles from './results.module.css';

interface TravelNoteProps {
  readonly words: string;
  /** Whether a result stands below it. */
  readonly hasResult: boolean;
}

/** Says that what stands here is not what was run last. The page's bar says the same aloud. */
export function TravelNote({ words, hasResult }: TravelNoteProps) {
  return (
    <p className={styles.travel}>
      <Undo2 aria-hidden="true" />
      <span>
        {words} {hasResult ? 'Below is what was answered then.' : 'Run something to see where you stand.'}
      </span>
    </p>
  );
}
