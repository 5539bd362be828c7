import type { QuizOption } from '#content/lesson.ts';
import { CheckMark } from './check-mark.tsx';
import { Prose, ProseLine } from './prose.tsx';
import styles from './quiz-view.module.css';

interface QuizChoiceProps {
  readonly option: QuizOption;
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly isChosen: boolean;
  /** The question was answered: says whether this was right, and why. */
  readonly isAnswered: boolean;
  readonly onChoose: (isOn: boolean) => void;
}

export function QuizChoice({ option, name, type, isChosen, isAnswered, onChoose }: QuizChoiceProps) {
  const isExplained = isAnswered && (isChosen || option.right);
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
            {option.right && !isChosen && ', and not chosen'}
          </p>
          <Prose content={option.why} size="small" />
        </div>
      )}
    </div>
  );
}
