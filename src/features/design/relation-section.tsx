import { Spline } from 'lucide-react';
import { useState } from 'react';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import styles from './form.module.css';

interface RelationSectionProps {
  readonly catalog: Catalog;
  readonly table: ObjectName;
  readonly onRelate: (from: ObjectName, to: ObjectName) => void;
}

/** Begins a relation from this table to another. */
export function RelationSection({ catalog, table, onRelate }: RelationSectionProps) {
  const [chosen, setChosen] = useState('');
  const others = nearestFirst(catalog.tables, table);
  const target = others.find((other) => objectKey(other) === chosen) ?? others[0];
  if (target === undefined) return null;
  return (
    <section className={styles.section} aria-label="Relations">
      <h4 className={styles.sectionTitle}>Relations</h4>
      <div className={styles.actions}>
        <ChoiceSelect
          label="To the table"
          isLabelShown={false}
          choices={others.map((other) => ({ value: objectKey(other), label: `to ${qualifiedName(other)}` }))}
          chosen={objectKey(target)}
          onChoose={setChosen}
        />
        <Button onClick={() => onRelate(table, { schema: target.schema, name: target.name })}>
          <Spline aria-hidden="true" />
          Relation…
        </Button>
      </div>
    </section>
  );
}

/** Those of its own schema, then the others; the table itself comes last. */
function nearestFirst(tables: readonly Table[], { schema, name }: ObjectName): readonly Table[] {
  const distance = (table: Table): number => (table.schema === schema ? (table.name === name ? 2 : 0) : 1);
  return tables.toSorted((one, other) => distance(one) - distance(other));
}
