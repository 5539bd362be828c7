import type { MigrationChoice } from '#core/normalization/migration/migration-ground.ts';
import { partNameProblem } from '#core/normalization/migration/part-names.ts';
import type { Decomposition } from '#state/normalization/fresh-decompose.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './decomposition.module.css';

interface MigrationFormProps {
  readonly decomposition: Decomposition;
  readonly choice: MigrationChoice;
  readonly onChange: (change: Partial<MigrationChoice>) => void;
}

/** How the split is to be made, and what the tables are to be called. */
export function MigrationForm({ decomposition, choice, onChange }: MigrationFormProps) {
  const { moved, kept } = nameProblems(decomposition, choice);
  const isAltered = choice.style === 'alter';
  const { name } = decomposition.table;
  return (
    <div className={styles.fields}>
      <ChoiceSelect
        label="How"
        choices={[
          { value: 'alter', label: `Alter ${name}` },
          { value: 'new-tables', label: 'Two new tables and a view' },
        ]}
        chosen={choice.style}
        note={
          isAltered
            ? `${name} keeps its name and loses the columns that move.`
            : `A view called ${name} shows the rows as they were.`
        }
        onChoose={(value) => onChange({ style: value === 'alter' ? 'alter' : 'new-tables' })}
      />
      <TextField
        label="Name of the new table"
        isCode
        value={choice.moved}
        problem={moved ?? undefined}
        onChange={(text) => onChange({ moved: text })}
      />
      {!isAltered && (
        <>
          <TextField
            label="Name of the table for the rest"
            isCode
            value={choice.kept}
            problem={kept ?? undefined}
            onChange={(text) => onChange({ kept: text })}
          />
          <ChoiceSelect
            label="The old table"
            choices={[
              { value: 'renamed', label: 'is kept under another name' },
              { value: 'dropped', label: 'is dropped' },
            ]}
            chosen={choice.old}
            onChoose={(value) => onChange({ old: value === 'dropped' ? 'dropped' : 'renamed' })}
          />
        </>
      )}
    </div>
  );
}

/** What is wrong with the names as they stand. */
export function nameProblems(
  { catalog, table }: Decomposition,
  { style, moved, kept }: MigrationChoice,
): { readonly moved: string | null; readonly kept: string | null } {
  return {
    moved: partNameProblem(catalog, table, moved.trim(), []),
    kept: style === 'alter' ? null : partNameProblem(catalog, table, kept.trim(), [moved.trim()]),
  };
}
