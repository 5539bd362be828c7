import { KeyRound, Link2 } from 'lucide-react';
import type { Column, Table } from '#core/catalog/catalog.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { ChangeBadge } from './change-badge.tsx';
import { columnWords } from '#core/catalog/declaration-words.ts';
import { ReferenceLink } from './reference-link.tsx';
import type { Change } from '#core/catalog/schema-marks.ts';
import styles from './table-card.module.css';

interface ColumnRowProps {
  readonly column: Column;
  readonly table: Table;
  readonly change: Change | undefined;
  readonly onShowTable: (name: string) => void;
}

/** One column: its key or link, its name and type, and what else is declared of it. */
export function ColumnRow({ column, table, change, onShowTable }: ColumnRowProps) {
  const { name, type, comment } = column;
  const references = table.foreignKeys.filter(({ columns }) => columns.length === 1 && columns[0] === name);
  return (
    <li className={styles.column} data-change={change} title={comment ?? undefined}>
      <ColumnGlyph name={name} table={table} />
      <span className={styles.declaration}>
        <b>{name}</b> <span className={styles.type}>{type}</span>{' '}
        <span className={styles.words}>{columnWords(column, table).join(' · ')}</span>{' '}
        {references.map((foreignKey) => (
          <ReferenceLink key={foreignKey.name} foreignKey={foreignKey} onShowTable={onShowTable} />
        ))}
      </span>
      <ChangeBadge change={change} />
    </li>
  );
}

function ColumnGlyph({ name, table }: { readonly name: string; readonly table: Table }) {
  const isKey = table.primaryKey?.columns.includes(name) === true;
  const isReference = table.foreignKeys.some(({ columns }) => columns.includes(name));
  if (!isKey && !isReference) return <span />;
  const Icon = isKey ? KeyRound : Link2;
  return (
    <span className={isKey ? styles.key : styles.link}>
      <Icon aria-hidden="true" />
      <VisuallyHidden>{isKey ? 'key' : 'foreign key'}</VisuallyHidden>
    </span>
  );
}
