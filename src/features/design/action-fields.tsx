import type { ForeignKey, ReferentialAction } from '#core/catalog/catalog.ts';
import { onDeleteWords, onUpdateWords, referentialActions } from '#core/design/action-words.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import styles from './form.module.css';

type Actions = Pick<ForeignKey, 'onDelete' | 'onUpdate'>;

interface ActionFieldsProps {
  readonly actions: Actions;
  /** Stands below what a delete does, in place of what it says of itself. */
  readonly deleteNote?: string | undefined;
  readonly onChange: (actions: Actions) => void;
}

/** What becomes of the rows that reference one that goes, or changes its key. */
export function ActionFields({ actions, deleteNote, onChange }: ActionFieldsProps) {
  return (
    <div className={styles.pair}>
      <ChoiceSelect
        label="On delete"
        choices={choices}
        chosen={actions.onDelete}
        note={[onDeleteWords[actions.onDelete], deleteNote].filter((words) => words !== undefined).join(' ')}
        onChoose={(value) => onChange({ ...actions, onDelete: actionOf(value) })}
      />
      <ChoiceSelect
        label="On update"
        choices={choices}
        chosen={actions.onUpdate}
        note={onUpdateWords[actions.onUpdate]}
        onChoose={(value) => onChange({ ...actions, onUpdate: actionOf(value) })}
      />
    </div>
  );
}

const choices = referentialActions.map((value) => ({ value, label: value }));

function actionOf(value: string): ReferentialAction {
  return referentialActions.find((action) => action === value) ?? 'no action';
}
