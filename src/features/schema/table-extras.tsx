import type { ReactNode } from 'react';
import type { Table } from '#core/catalog/catalog.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { ChangeBadge } from './change-badge.tsx';
import { indexWords } from '#core/catalog/declaration-words.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { Change } from '#core/catalog/schema-marks.ts';
import styles from './table-card.module.css';

interface TableExtrasProps {
  readonly table: Table;
  readonly changes: ReadonlyMap<string, Change>;
}

interface Part {
  readonly name: string;
  readonly words: string;
}

/** What most readers need later: indexes, partitions and triggers, each behind a line that counts them. */
export function TableExtras({ table, changes }: TableExtrasProps) {
  const { indexes, triggers, partitioning } = table;
  const partitions = partitioning?.partitions ?? [];
  return (
    <>
      <Parts
        title="Indexes"
        changes={changes}
        parts={indexes.map((index) => ({ name: index.name, words: indexWords(index) }))}
      />
      <Parts
        title="Partitions"
        changes={changes}
        parts={partitions.map(({ schema, table: name, bounds }) => ({
          name: qualifiedName({ schema, name }),
          words: bounds,
        }))}
      />
      <Parts
        title="Triggers"
        changes={changes}
        parts={triggers.map(({ name, definition, enabled }) => ({
          name,
          words: enabled ? definition : `${definition} · disabled`,
        }))}
      />
    </>
  );
}

interface PartsProps {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly changes: ReadonlyMap<string, Change>;
}

function Parts({ title, parts, changes }: PartsProps): ReactNode {
  if (parts.length === 0) return null;
  const changed = parts.map(({ name }) => changes.get(name)).find((change) => change !== undefined);
  return (
    <Disclosure
      summary={
        <span className={styles.partsTitle}>
          {title} <span className={styles.count}>{formatCount(parts.length)}</span>
          <ChangeBadge change={changed} />
        </span>
      }
    >
      <ul className={styles.parts}>
        {parts.map(({ name, words }) => (
          <li key={name} data-change={changes.get(name)}>
            <b>{name}</b> <span>{words}</span> <ChangeBadge change={changes.get(name)} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
