import type { Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import type { TestedConstraint } from '#core/constraint-probes/probe.ts';
import styles from './constraints-panel.module.css';

interface DeclaredListProps {
  readonly tables: readonly {
    readonly table: Table;
    readonly constraints: readonly Omit<TestedConstraint, 'table'>[];
  }[];
}

/** What there is to test, before it is. */
export function DeclaredList({ tables }: DeclaredListProps) {
  return tables.map(({ table, constraints }) => (
    <section key={objectKey(table)} className={styles.table} aria-label={qualifiedName(table)}>
      <h3>{qualifiedName(table)}</h3>
      {constraints.length === 0 ? (
        <p className={styles.note}>No constraint: this table takes any row.</p>
      ) : (
        <ul className={styles.declared}>
          {constraints.map(({ kind, name, declaration }) => (
            <li key={`${kind} ${name}`}>
              <code>{declaration}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  ));
}
