import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import type { Box } from '#core/diagram/boxes.ts';
import type { Diagram } from '#core/diagram/diagram.ts';
import type { DrawnMarks } from '#core/diagram/drawn-marks.ts';
import { columnRows, junctionRows, relationRows, viewRows, withoutEmptyEnd } from './table-rows.ts';
import styles from './tables-view.module.css';
import { WordsTable } from './words-table.tsx';

interface TablesViewProps {
  readonly catalog: Catalog;
  readonly diagram: Diagram;
  readonly drawn: DrawnMarks;
}

/** What the picture shows as tables: the relations, then each table, then the views. */
export function TablesView({ catalog, diagram, drawn }: TablesViewProps) {
  const relations = withoutEmptyEnd(relationColumns, relationRows(diagram, drawn));
  const boxes = new Map(diagram.boxes.map((box) => [box.key, box]));
  const tables = catalog.tables.filter(({ partitionOf }) => partitionOf === null);
  return (
    <div className={styles.tables}>
      {drawn.dropped.length > 0 && <p>Drawn away, not run: {drawn.dropped.join(', ')}.</p>}
      {relations.rows.length === 0 ? (
        <p>No table refers to another yet.</p>
      ) : (
        <WordsTable caption="Relations" {...relations} />
      )}
      {diagram.junctions.length > 0 && (
        <WordsTable
          caption="Junction tables: they make many-to-many of two relations"
          columns={['table', 'joins']}
          rows={junctionRows(diagram)}
        />
      )}
      {tables.map((table) => (
        <OneTable key={objectKey(table)} table={table} box={boxes.get(objectKey(table))} drawn={drawn} />
      ))}
      {catalog.views.length > 0 && (
        <WordsTable caption="Views" columns={['view', 'kind', 'columns', 'reads']} rows={viewRows(catalog, diagram)} />
      )}
    </div>
  );
}

interface OneTableProps {
  readonly table: Table;
  readonly box: Box | undefined;
  readonly drawn: DrawnMarks;
}

function OneTable({ table, box, drawn }: OneTableProps) {
  const name = qualifiedName(table);
  const columns = withoutEmptyEnd(tableColumns, columnRows(table, drawn));
  const mark = drawn.tables.get(objectKey(table));
  const state = mark === undefined ? '' : mark === 'new' ? ', drawn, not run' : ', changes drawn, not run';
  const partitions = box?.partitions ?? null;
  return (
    <section className={styles.table} aria-label={`Table ${name}`}>
      <WordsTable caption={`${name}, ${box?.note ?? ''}${state}`} {...columns} />
      {partitions !== null && (
        <WordsTable
          caption={`Partitions of ${name}, ${partitions.words}`}

          columns={['partition', 'bounds']}
          rows={partitions.lines.map((line) => [line.name, line.bounds])}
        />
      )}
    </section>
  );
}

const tableColumns = ['column', 'key', 'type', 'null', 'default', 'references', 'state'];
const relationColumns = ['constraint', 'from', 'to', 'how many', 'actions', 'in words', 'state'];
