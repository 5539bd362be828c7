import { Download } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import styles from './schema-file.module.css';

interface ExportSectionProps {
  readonly sql: string;
  readonly tables: number;
  readonly onSave: () => void;
}

/** The schema as SQL, to be taken away. */
export function ExportSection({ sql, tables, onSave }: ExportSectionProps) {
  return (
    <section className={styles.section} aria-label="The schema as SQL">
      <h3 className={styles.heading}>Take it away</h3>
      <p className={styles.note}>
        {tables === 0
          ? 'There is nothing to write down yet: make a table, and its SQL stands here.'
          : `All that is live, without its rows: ${formatQuantity(tables, 'table')}, with types, keys, indexes, views and functions. Any PostgreSQL makes it again.`}
      </p>
      {sql !== '' && (
        <>
          <div className={styles.actions}>
            <Button onClick={onSave}>
              <Download aria-hidden="true" />
              Save as a file
            </Button>
            <CopyButton format="SQL" makeText={() => sql} />
          </div>
          <CodeBlock label="The schema as SQL" text={sql} />
        </>
      )}
    </section>
  );
}
