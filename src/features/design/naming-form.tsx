import type { NamingConventions } from '#core/design/naming.ts';
import { ChoiceSegments } from '#ui/choice-segments.tsx';
import styles from './form.module.css';

interface NamingFormProps {
  readonly conventions: NamingConventions;
  readonly onChange: (part: Partial<NamingConventions>) => void;
}

/** The conventions by which names are proposed. */
export function NamingForm({ conventions, onChange }: NamingFormProps) {
  const { keyColumn, keyType, reference, junction } = conventions;
  return (
    <div className={styles.form}>
      <p className={styles.note}>Proposed by these; every name can be changed where it is proposed.</p>
      <ChoiceSegments
        label="Key column of users"
        choices={[
          { value: 'id', label: 'id' },
          { value: 'table-id', label: 'user_id' },
        ]}
        chosen={keyColumn}
        onChoose={(value) => onChange({ keyColumn: value === 'id' ? 'id' : 'table-id' })}
      />
      <ChoiceSegments
        label="Type of keys"
        choices={[
          { value: 'bigint', label: 'bigint' },
          { value: 'integer', label: 'integer' },
          { value: 'uuid', label: 'uuid' },
        ]}
        chosen={keyType}
        note={keyNotes[keyType]}
        onChoose={(value) => onChange({ keyType: value === 'uuid' || value === 'integer' ? value : 'bigint' })}
      />
      <ChoiceSegments
        label="Column that references users"
        choices={[
          { value: 'singular', label: 'user_id' },
          { value: 'as-typed', label: 'users_id' },
        ]}
        chosen={reference}
        onChoose={(value) => onChange({ reference: value === 'singular' ? 'singular' : 'as-typed' })}
      />
      <ChoiceSegments
        label="Table between users and products"
        choices={[
          { value: 'as-typed', label: 'users_products' },
          { value: 'first-singular', label: 'user_products' },
        ]}
        chosen={junction}
        onChoose={(value) => onChange({ junction: value === 'as-typed' ? 'as-typed' : 'first-singular' })}
      />
    </div>
  );
}

const keyNotes: Record<NamingConventions['keyType'], string> = {
  bigint: 'Counts itself, up to 9 quintillion: 8 bytes.',
  integer: 'Counts itself, up to 2,147,483,647: 4 bytes.',
  uuid: 'Drawn at random, so that it can be made anywhere: 16 bytes.',
};
