import { TableProperties } from 'lucide-react';
import { useId } from 'react';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import type { CatalogDiff } from '#core/catalog/diff.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { ChangeSummary } from './change-summary.tsx';
import { OtherThings } from './other-things.tsx';
import { marksOf } from '#core/catalog/marks-of-diff.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { noMarks, noTableMarks } from '#core/catalog/schema-marks.ts';
import styles from './schema-view.module.css';
import { TableCard } from './table-card.tsx';

interface SchemaViewProps {
  readonly catalog: Catalog;
  /** What the last run changed; null before the first. */
  readonly changes: CatalogDiff | null;
}

/** What the database holds: a card for each table, and lines for the rest. */
export function SchemaView({ catalog, changes }: SchemaViewProps) {
  const marks = changes === null ? noMarks : marksOf(changes);
  const prefix = useId();
  const idOf = (name: string) => `${prefix}${name}`;
  const showTable = (name: string) => {
    const card = document.getElementById(idOf(name));
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  };

  if (catalog.tables.length === 0 && catalog.views.length === 0 && marks.dropped.length === 0) return <NoTables />;
  return (
    <div className={styles.schema}>
      <ChangeSummary marks={marks} onShowTable={showTable} />
      <div className={styles.cards}>
        {publicFirst(catalog.tables).map((table) => {
          const name = qualifiedName(table);
          return (
            <TableCard
              key={name}
              id={idOf(name)}
              table={table}
              marks={marks.tables.get(name) ?? noTableMarks}
              onShowTable={showTable}
            />
          );
        })}
      </div>
      <OtherThings catalog={catalog} changes={marks.others} />
    </div>
  );
}

/** What the learner works on is in public; copies and archives in other schemas come after it. */
function publicFirst(tables: readonly Table[]): readonly Table[] {
  return [...tables.filter(isPublic), ...tables.filter((table) => !isPublic(table))];
}

function isPublic({ schema }: Table): boolean {
  return schema === 'public';
}

function NoTables() {
  return (
    <EmptyState icon={TableProperties} title="No tables yet">
      <InlineCode text="Every `create table` you run is drawn here, with its keys, checks and references." />
    </EmptyState>
  );
}
