import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { memo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import styles from './sql-text.module.css';

interface SqlTextProps {
  readonly highlighted: Root;
  /** Names it for a screen reader. */
  readonly label: string;
}

/** SQL to be read, with its keywords in their colour. */
export const SqlText = memo(function SqlText({ highlighted, label }: SqlTextProps) {
  return (
    <ScrollRegion className={styles.frame} label={label}>
      <pre className={styles.text}>
        <code>{toJsxRuntime(highlighted, { Fragment, jsx, jsxs })}</code>
      </pre>
    </ScrollRegion>
  );
});
