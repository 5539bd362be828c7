import type { ForeignKey } from '#core/catalog/catalog.ts';
import { actionWords, foreignKeyWords } from '#core/catalog/declaration-words.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { ActionFields } from './action-fields.tsx';
import { AddForeignKey } from './add-foreign-key.tsx';
import { DeferralChoice } from './deferral-choice.tsx';
import { PartList } from './part-list.tsx';
import type { PartProps } from './part-props.ts';
import styles from './form.module.css';

/** What the table references, and what becomes of it when that goes. */
export function ForeignKeySection({ catalog, table, onEdit }: PartProps) {
  const name = { schema: table.schema, name: table.name };
  const change = (key: ForeignKey, part: Partial<ForeignKey>) =>
    onEdit({ kind: 'change-foreign-key', table: name, name: key.name, to: { ...key, ...part } });
  return (
    <section className={styles.section} aria-label="Foreign keys">
      <h4 className={styles.sectionTitle}>Foreign keys</h4>
      <PartList
        label="Foreign keys"
        parts={table.foreignKeys.map((key) => ({
          name: key.name,
          words: `${foreignKeyWords(key)} ${actionWords(key)}`.trim(),
          form: (
            <Disclosure summary="On delete, on update">
              <div className={styles.form}>
                <ActionFields
                  actions={key}
                  onChange={({ onDelete, onUpdate }) => {
                    const keepsColumns = onDelete === 'set null' || onDelete === 'set default';
                    change(key, { onDelete, onUpdate, ...(keepsColumns ? {} : { onDeleteColumns: [] }) });
                  }}
                />
                <DeferralChoice deferral={key} onChoose={(deferral) => change(key, deferral)} />
              </div>
            </Disclosure>
          ),
        }))}
        onDrop={(dropped) => onEdit({ kind: 'drop-constraint', table: name, name: dropped })}
      />
      <AddForeignKey {...{ catalog, table, onEdit }} />
    </section>
  );
}
