import type { Catalog } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName, type ObjectName } from '#core/catalog/object-name.ts';
import type { NamingConventions } from '#core/design/naming.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { NamingForm } from './naming-form.tsx';
import { NewTableForm } from './new-table-form.tsx';
import styles from './form.module.css';

interface SchemaFormProps {
  readonly catalog: Catalog;
  readonly conventions: NamingConventions;
  readonly onEdit: (edit: SchemaEdit) => void;
  readonly onSelect: (table: ObjectName) => void;
  readonly onNaming: (part: Partial<NamingConventions>) => void;
}

/** While no table is chosen: to make one, to choose one, and how things are named. */
export function SchemaForm({ catalog, conventions, onEdit, onSelect, onNaming }: SchemaFormProps) {
  return (
    <div className={styles.panel}>
      <NewTableForm
        catalog={catalog}
        conventions={conventions}
        onAdd={(table) => {
          onEdit({ kind: 'add-table', table });
          onSelect({ schema: table.schema, name: table.name });
        }}
      />
      <section className={styles.section} aria-label="Naming">
        <Disclosure summary="How things are named">
          <NamingForm conventions={conventions} onChange={onNaming} />
        </Disclosure>
      </section>
      <section className={styles.section} aria-label="Tables to choose from">
        <h3 className={styles.sectionTitle}>Tables</h3>
        {catalog.tables.length === 0 ? (
          <p className={styles.note}>There is none yet: name one above, and it is drawn with its key.</p>
        ) : (
          <ul className={styles.tables}>
            {catalog.tables.map((table) => (
              <li key={objectKey(table)}>
                <button type="button" onClick={() => onSelect({ schema: table.schema, name: table.name })}>
                  {qualifiedName(table)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
