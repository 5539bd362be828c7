import { KeyRound } from 'lucide-react';
import type { Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { writeNames } from '#core/catalog/name-tokens.ts';
import type { ResultSet } from '#core/engine/outcome.ts';
import { DataTable } from '#ui/data-table.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import styles from './decomposition.module.css';

interface PartCardProps {
  readonly part: Table;
  readonly rows: number;
  readonly sample: ResultSet;
  /** What it is: the new table, or what stays. */
  readonly what: string;
}

/** A table that the split would make: its key, its foreign keys, its first rows. */
export function PartCard({ part, rows, sample, what }: PartCardProps) {
  const keys = [...(part.primaryKey === null ? [] : [part.primaryKey]), ...part.uniques];
  return (
    <section className={styles.part} aria-label={`${what}: ${qualifiedName(part)}`}>
      <h4 className={styles.subtitle}>
        <code>{qualifiedName(part)}</code> <small>{what}</small>
      </h4>
      <ul className={styles.keys}>
        {keys.map((key) => (
          <li key={key.columns.join('\0')}>
            <KeyRound aria-hidden="true" />
            <span>
              {key === part.primaryKey ? 'primary key' : 'unique'} <code>({writeNames(key.columns)})</code>
            </span>
          </li>
        ))}
        {keys.length === 0 && <li>no key</li>}
        {part.foreignKeys.map((key, place) => (
          <li key={place}>
            <span>
              <code>{writeNames(key.columns)}</code> refers to{' '}
              <code>{qualifiedName({ schema: key.references.schema, name: key.references.table })}</code>
            </span>
          </li>
        ))}
      </ul>
      <DataTable
        caption={`${formatQuantity(rows, 'row')}${rows > sample.rows.length ? ', the first of them' : ''}`}
        isCaptionShown
        columns={sample.columns.map(({ name, kind }) => ({ name, kind }))}
        rows={sample.rows}
      />
    </section>
  );
}
