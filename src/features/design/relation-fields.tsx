import type { Relation } from '#core/design/relations.ts';
import { CheckBox } from '#ui/check-box.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './form.module.css';

interface RelationFieldsProps {
  readonly relation: Relation;
  readonly onChange: (part: Partial<Relation>) => void;
}

/** The names of what a relation is made of, as the conventions propose them, and what else can be said of it. */
export function RelationFields({ relation, onChange }: RelationFieldsProps) {
  const { kind, from, to, columns, otherColumns, junction, isRequired, sharesKey, hasIndex } = relation;
  if (kind === 'many-to-many') {
    return (
      <>
        <TextField
          label="Table between them"
          isCode
          value={junction}
          note="Its key is both columns together, so that no two are linked twice. The second gets an index of its own."
          onChange={(text) => onChange({ junction: text })}
        />
        <Names label={`to ${from.name}`} names={columns} onChange={(names) => onChange({ columns: names })} />
        <Names label={`to ${to.name}`} names={otherColumns} onChange={(names) => onChange({ otherColumns: names })} />
      </>
    );
  }
  return (
    <>
      {kind === 'one-to-one' && (
        <CheckBox
          label={`The key of ${to.name} is the foreign key`}
          note={sharesKey ? `Its rows have the numbers of ${from.name}.` : 'Else a column of its own, which is unique.'}
          isChecked={sharesKey}
          onCheck={(isChecked) => onChange({ sharesKey: isChecked })}
        />
      )}
      {!sharesKey && (
        <>
          <Names label={`of ${to.name}`} names={columns} onChange={(names) => onChange({ columns: names })} />
          <div className={styles.actions}>
            <CheckBox
              label="Required"
              isChecked={isRequired}
              onCheck={(isChecked) => onChange({ isRequired: isChecked })}
            />
            {kind === 'one-to-many' && (
              <CheckBox
                label="With an index"
                isChecked={hasIndex}
                onCheck={(isChecked) => onChange({ hasIndex: isChecked })}
              />
            )}
          </div>
        </>
      )}
    </>
  );
}

interface NamesProps {
  /** Completes `Column …`. */
  readonly label: string;
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

function Names({ label, names, onChange }: NamesProps) {
  return (
    <div className={styles.pair}>
      {names.map((name, at) => (
        <TextField
          key={at}
          label={names.length === 1 ? `Column ${label}` : `Column ${at + 1} ${label}`}
          isCode
          value={name}
          onChange={(text) => onChange(names.with(at, text))}
        />
      ))}
    </div>
  );
}
