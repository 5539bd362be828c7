import { useState } from 'react';
import type { Table } from '#core/catalog/catalog.ts';
import { objectKey, qualifiedName } from '#core/catalog/object-name.ts';
import { newForeignKey } from '#core/design/new-constraints.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { ActionFields } from './action-fields.tsx';
import { AddPart } from './add-part.tsx';
import { ColumnPicker } from './column-picker.tsx';
import { DeferralChoice } from './deferral-choice.tsx';
import type { PartProps } from './part-props.ts';

const fresh = {
  columns: [] as readonly string[],
  target: '',
  onDelete: 'no action',
  onUpdate: 'no action',
  deferrable: false,
  initiallyDeferred: false,
} as const;

/** A foreign key on columns that are there; a relation brings its own. */
export function AddForeignKey({ catalog, table, onEdit }: PartProps) {
  const [parts, setParts] = useState<Parts>(fresh);
  const { columns, target: chosen, ...rest } = parts;
  const targets = catalog.tables.flatMap((other) => keysOf(other).map((key) => targetOf(other, key)));
  const target = targets.find(({ value }) => value === chosen);
  return (
    <AddPart
      label="Add a foreign key"
      problem={problemOf(parts, target)}
      onAdd={() => {
        if (target === undefined) return;
        const foreignKey = newForeignKey(catalog, table, { ...rest, columns, references: target.references });
        onEdit({ kind: 'add-foreign-key', table: { schema: table.schema, name: table.name }, foreignKey });
        setParts(fresh);
      }}
    >
      {(problem) => (
        <>
          <ColumnPicker
            label="Columns"
            columns={table.columns.map(({ name }) => name)}
            chosen={columns}
            onChoose={(picked) => setParts({ ...parts, columns: picked })}
          />
          <ChoiceSelect
            label="Reference"
            choices={[{ value: '', label: 'choose a key' }, ...targets]}
            chosen={chosen}
            problem={problem}
            onChoose={(value) => setParts({ ...parts, target: value })}
          />
          <ActionFields actions={parts} onChange={(actions) => setParts({ ...parts, ...actions })} />
          <DeferralChoice deferral={parts} onChoose={(deferral) => setParts({ ...parts, ...deferral })} />
        </>
      )}
    </AddPart>
  );
}

type Parts = Omit<Parameters<typeof newForeignKey>[2], 'references'> & {
  readonly target: string;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
};

function keysOf({ primaryKey, uniques }: Table): readonly (readonly string[])[] {
  return [...(primaryKey === null ? [] : [primaryKey]), ...uniques].map(({ columns }) => columns);
}

function targetOf(table: Table, columns: readonly string[]) {
  return {
    value: JSON.stringify([objectKey(table), columns]),
    label: `${qualifiedName(table)}(${columns.join(', ')})`,
    references: { schema: table.schema, table: table.name, columns },
  };
}

function problemOf({ columns }: Parts, target: ReturnType<typeof targetOf> | undefined): string | null {
  if (columns.length === 0) return 'Choose the columns first.';
  if (target === undefined) return 'Choose the key that they reference.';
  const wanted = target.references.columns.length;
  return columns.length === wanted ? null : `That key has ${wanted} columns, and ${columns.length} are chosen.`;
}
