import { ChoiceGroup } from '#ui/choice-group.tsx';
import { limitChoices } from './limit-choices.ts';
import styles from './database-dialog.module.css';

interface TimeLimitSectionProps {
  /** In seconds; null is no limit. */
  readonly limitS: number | null;
  readonly onChange: (limitS: number | null) => void;
}

/** After what time a statement that nobody stops is stopped. */
export function TimeLimitSection({ limitS, onChange }: TimeLimitSectionProps) {
  return (
    <section className={styles.section} aria-label="Time limit">
      <ChoiceGroup label="Stop a statement after" choices={limitChoices(limitS)} chosen={limitS} onChoose={onChange} />
      <p className={styles.note}>
        Holds from the next statement on, in the editor, in the lesson’s examples and in checks. What was committed is
        always kept.
      </p>
    </section>
  );
}
