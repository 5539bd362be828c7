import styles from './inline-code.module.css';

interface InlineCodeProps {
  /** A plain sentence; what stands between backticks is code. An unpaired backtick is only a backtick. */
  readonly text: string;
}

/** Draws a sentence that names tables and columns in backticks, as check messages do. */
export function InlineCode({ text }: InlineCodeProps) {
  // A capturing split puts the code at every odd place, and only there.
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, place) =>
    place % 2 === 1 ? (
      <code key={place} className={styles.code}>
        {part}
      </code>
    ) : (
      part
    ),
  );
}
