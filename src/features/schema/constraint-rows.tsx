import type { ReactNode } from 'react';
import type { Table } from '#core/catalog/catalog.ts';
import { ChangeBadge } from './change-badge.tsx';
import { ReferenceLink } from './reference-link.tsx';
import type { TableMarks } from '#core/catalog/schema-marks.ts';
import styles from './table-card.module.css';

interface ConstraintRowsProps {
  readonly table: Table;
  readonly marks: TableMarks;
  readonly onShowTable: (name: string) => void;
}

/** The constraints that no single column can tell: keys and references of several columns, and checks. */
export function ConstraintRows({ table, marks, onShowTable }: ConstraintRowsProps) {
  const { primaryKey, uniques, foreignKeys, checks } = table;
  const rows: readonly (readonly [name: string, content: ReactNode])[] = [
    ...(primaryKey !== null && primaryKey.columns.length > 1
      ? [[primaryKey.name, `primary key (${primaryKey.columns.join(', ')})`] as const]
      : []),
    ...uniques
      .filter(({ columns }) => columns.length > 1)
      .map(({ name, columns }) => [name, `unique (${columns.join(', ')})`] as const),
    ...foreignKeys
      .filter(({ columns }) => columns.length > 1)
      .map((foreignKey) => {
        const { name, columns } = foreignKey;
        const link = <ReferenceLink foreignKey={foreignKey} onShowTable={onShowTable} />;
        return [name, [`foreign key (${columns.join(', ')}) `, <span key="link">{link}</span>]] as const;
      }),
    ...checks.map(({ name, expression, validated }) => {
      return [name, `check (${expression})${validated ? '' : ' · not validated'}`] as const;
    }),
  ];
  if (rows.length === 0 && marks.droppedParts.length === 0) return null;
  return (
    <ul className={styles.constraints} aria-label={`Constraints of ${table.name}`}>
      {rows.map(([name, content]) => (
        <li key={name} title={name} data-change={marks.constraints.get(name)}>
          <code>{content}</code>
          <ChangeBadge change={marks.constraints.get(name)} />
        </li>
      ))}
      {marks.droppedParts.map((part) => (
        <li key={`dropped ${part}`} data-change="dropped">
          <s>{part}</s>
          <ChangeBadge change="dropped" />
        </li>
      ))}
    </ul>
  );
}
