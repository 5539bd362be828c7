import type { QuizOption } from '#content/lesson.ts';
import { CheckMark } from './check-mark.tsx';
import { Prose, ProseLine } from './prose.tsx';
import styles from './quiz-view.module.css';

interface QuizChoiceProps {
  readonly option: QuizOption;
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly isChosen: boolean;
  /** Says whether this was right, and why. */
  readonly isExplained: boolean;
  readonly onChoose: (isOn: boolean) => void;
}

export function QuizChoice({ option, name, type, isChosen, isExplained, onChoose }: QuizChoiceProps) {
  return (
    <div className={styles.option}>
      <label className={styles.label}>
        <input type={type} name={name} checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
        <span>
          <ProseLine content={option.text} />
        </span>
      </label>
      {isExplained && (
        <div className={styles.why} data-right={option.right}>
          <p className={styles.word}>
            <CheckMark state={option.right ? 'passed' : 'failed'} />
            {option.right ? 'Right' : 'Wrong'}
          </p>
          <Prose content={option.why} size="small" />
        </div>
      )}
    </div>
  );
}
