import { useState } from 'react';
import type { Exclusion, Table } from '#core/catalog/catalog.ts';
import { newExclusion } from '#core/design/new-constraints.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { AddPart } from './add-part.tsx';
import { PartList } from './part-list.tsx';
import type { PartProps } from './part-props.ts';
import styles from './form.module.css';

interface Pair {
  readonly column: string;
  readonly operator: string;
}

const operators = [
  { value: '&&', label: '&& overlaps' },
  { value: '=', label: '= is the same' },
  { value: '-|-', label: '-|- touches' },
  { value: '<>', label: '<> is another' },
];

/** No two rows for which all comparisons hold: bookings of one room that overlap. */
export function ExclusionSection({ catalog, table, onEdit }: PartProps) {
  const [pairs, setPairs] = useState<readonly Pair[]>([none, none]);
  const name = { schema: table.schema, name: table.name };
  const chosen = pairs.filter(({ column }) => column !== '');
  return (
    <section className={styles.section} aria-label="Exclusions">
      <h4 className={styles.sectionTitle}>Exclusions</h4>
      <PartList
        label="Exclusions"
        parts={table.exclusions.map((exclusion) => ({ name: exclusion.name, words: exclusionWords(exclusion) }))}
        onDrop={(dropped) => onEdit({ kind: 'drop-constraint', table: name, name: dropped })}
      />
      <AddPart
        label="Add an exclusion"
        problem={chosen.length === 0 ? 'Choose at least one column.' : null}
        onAdd={() => {
          onEdit({ kind: 'add-exclusion', table: name, exclusion: newExclusion(catalog, table, chosen) });
          setPairs([none, none]);
        }}
      >
        {(problem) => (
          <>
            <p className={styles.note}>
              There may be no two rows for which all of these hold. It is kept by a gist index; = on numbers or text in
              it needs the extension btree_gist.
            </p>
            {pairs.map((pair, at) => (
              <PairFields
                key={at}
                {...{ table, pair }}
                label={at === 0 ? 'Column' : `Column ${at + 1}`}
                onChange={(changed) => setPairs(pairs.with(at, changed))}
              />
            ))}
            {problem !== undefined && (
              <p className={styles.problem} role="alert">
                {problem}
              </p>
            )}
          </>
        )}
      </AddPart>
    </section>
  );
}

const none: Pair = { column: '', operator: '&&' };

interface PairFieldsProps {
  readonly table: Table;
  readonly pair: Pair;
  readonly label: string;
  readonly onChange: (pair: Pair) => void;
}

function PairFields({ table, pair, label, onChange }: PairFieldsProps) {
  return (
    <div className={styles.pair}>
      <ChoiceSelect
        label={label}
        choices={[{ value: '', label: 'none' }, ...table.columns.map(({ name }) => ({ value: name, label: name }))]}
        chosen={pair.column}
        onChoose={(column) => onChange({ ...pair, column })}
      />
      <ChoiceSelect
        label="Compared by"
        choices={operators}
        chosen={pair.operator}
        onChoose={(operator) => onChange({ ...pair, operator })}
      />
    </div>
  );
}

function exclusionWords({ method, elements, where }: Exclusion): string {
  const pairs = elements.map(({ expression, operator }) => `${expression} with ${operator}`).join(', ');
  return `exclude using ${method} (${pairs})${where === null ? '' : ` where (${where})`}`;
}
