import { ScrollRegion } from './scroll-region.tsx';
import styles from './code-block.module.css';

interface CodeBlockProps {
  /** Names it for a screen reader. */
  readonly label: string;
  readonly text: string;
}

/** Code to be read, as it is written. A line that is too long is scrolled to, and never broken. */
export function CodeBlock({ label, text }: CodeBlockProps) {
  return (
    <ScrollRegion className={styles.frame} label={label}>
      <pre className={styles.text}>
        <code>{text}</code>
      </pre>
    </ScrollRegion>
  );
}
