import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { nameProblem } from '#core/design/name-problem.ts';
import { keyColumn, newTable, type NamingConventions } from '#core/design/naming.ts';
import { takenNames } from '#core/design/taken-names.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './form.module.css';

interface NewTableFormProps {
  readonly catalog: Catalog;
  readonly conventions: NamingConventions;
  readonly onAdd: (table: Table) => void;
}

/** A name is enough: the key follows from the conventions. */
export function NewTableForm({ catalog, conventions, onAdd }: NewTableFormProps) {
  const [name, setName] = useState('');
  const [schema, setSchema] = useState('public');
  const [isAsked, setIsAsked] = useState(false);
  const wrong = nameProblem(name, takenNames(catalog, schema));
  // Of a field that nobody has filled in yet nothing is wrong.
  const problem = wrong !== null && (isAsked || name !== '') ? wrong : undefined;
  const { name: key, type } = keyColumn(name === '' ? 'table' : name, conventions);
  const schemas = catalog.schemas.includes('public') ? catalog.schemas : ['public', ...catalog.schemas];

  return (
    <form
      className={styles.form}
      aria-label="New table"
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (wrong === null) onAdd(newTable(catalog, { schema, name }, conventions));
      }}
    >
      <h3 className={styles.sectionTitle}>New table</h3>
      <TextField
        label="Name"
        isCode
        placeholder="products"
        value={name}
        problem={problem}
        note={name === '' ? undefined : `With a primary key ${key} of type ${type}.`}
        onChange={setName}
      />
      {schemas.length > 1 && (
        <ChoiceSelect
          label="Schema"
          choices={schemas.map((value) => ({ value, label: value }))}
          chosen={schema}
          onChoose={setSchema}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit">
          <Plus aria-hidden="true" />
          Draw the table
        </Button>
      </div>
    </form>
  );
}
