import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import type { Catalog } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { tableOf } from '#core/design/drawing.ts';
import type { NamingConventions } from '#core/design/naming.ts';
import { relationEdit } from '#core/design/relation-edit.ts';
import { relationSentence } from '#core/design/relation-sentence.ts';
import { proposeRelation, type Relation, type RelationKind } from '#core/design/relations.ts';
import type { SchemaEdit } from '#core/design/schema-edit.ts';
import type { RelationDraft } from '#state/schema-lab/design-slice.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSegments } from '#ui/choice-segments.tsx';
import { ActionFields } from './action-fields.tsx';
import { RelationFields } from './relation-fields.tsx';
import styles from './form.module.css';

interface RelationFormProps {
  readonly catalog: Catalog;
  readonly ends: RelationDraft;
  readonly conventions: NamingConventions;
  readonly onDraw: (edit: SchemaEdit) => void;
}

const kinds: readonly { readonly value: RelationKind; readonly label: string }[] = [
  { value: 'one-to-many', label: 'one to many' },
  { value: 'many-to-many', label: 'many to many' },
  { value: 'one-to-one', label: 'one to one' },
];

/** What the relation is, read aloud, and what it is made of. */
export function RelationForm({ catalog, ends, conventions, onDraw }: RelationFormProps) {
  const propose = (kind: RelationKind, { from, to }: RelationDraft) =>
    proposeRelation(catalog, kind, { from, to }, conventions);
  const [relation, setRelation] = useState(() => propose('one-to-many', ends));
  const edit = relationEdit(catalog, relation);
  const change = (part: Partial<Relation>) => setRelation({ ...relation, ...part });
  const { kind, from, to } = relation;
  const rows = tableOf(catalog, to)?.rows.count ?? 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (edit.ok) onDraw(edit.value);
      }}
    >
      <div className={styles.actions}>
        <strong>{qualifiedName(from)}</strong> to <strong>{qualifiedName(to)}</strong>
        <Button variant="quiet" onClick={() => setRelation(propose(kind, { from: to, to: from }))}>
          <ArrowLeftRight aria-hidden="true" />
          Turn around
        </Button>
      </div>
      <ChoiceSegments
        label="Kind"
        choices={kinds}
        chosen={kind}
        onChoose={(value) => setRelation(propose(kinds.find((one) => one.value === value)?.value ?? kind, relation))}
      />
      <p className={styles.sentence} role="status">
        {relationSentence(relation)}
      </p>
      <RelationFields relation={relation} onChange={change} />
      {relation.isRequired && kind !== 'many-to-many' && !relation.sharesKey && rows > 0 && (
        <p className={styles.note}>
          {qualifiedName(to)} has rows, which have no value for a new column yet: draw it as optional, fill it, and make
          it not null after that.
        </p>
      )}
      <ActionFields
        actions={relation}
        deleteNote={
          kind === 'many-to-many'
            ? 'Proposed here, because a row between two things says nothing once one of them is gone.'
            : undefined
        }
        onChange={change}
      />
      {!edit.ok && (
        <p className={styles.problem} role="alert">
          {edit.error.replaceAll('`', '')}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={!edit.ok} focusableWhenDisabled>
          Draw the relation
        </Button>
      </div>
    </form>
  );
}
