import { useRef, useState, type FormEvent } from 'react';
import type { Quiz } from '#content/lesson.ts';
import { isRightAnswer } from '#content/quiz-answer.ts';
import { Button } from '#ui/button.tsx';
import { ProseLine } from './prose.tsx';
import { QuizChoice } from './quiz-choice.tsx';
import styles from './quiz-view.module.css';

interface QuizViewProps {
  readonly quiz: Quiz;
  /** Unique on the page: groups the options. */
  readonly name: string;
  /** The options that were answered last, or null. */
  readonly answered: readonly number[] | null;
  readonly onAnswer: (chosen: readonly number[]) => void;
}

/** A question in the text. A wrong answer gets its own reasons, and another try; a right one gets them all. */
export function QuizView({ quiz, name, answered, onAnswer }: QuizViewProps) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [isRetrying, setIsRetrying] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = answered === null || isRetrying;
  const isSingle = quiz.options.filter((option) => option.right).length === 1;
  const shown = isOpen ? null : answered;
  const isRight = shown !== null && isRightAnswer(quiz, shown);

  function choose(option: number, isOn: boolean) {
    const others = isSingle ? [] : chosen.filter((each) => each !== option);
    setChosen(isOn ? [...others, option] : others);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isOpen && chosen.length === 0) return;
    if (isOpen) onAnswer(chosen);
    setChosen([]);
    setIsRetrying(!isOpen);
    // The option that was chosen by keyboard is disabled now and would drop the focus.
    button.current?.focus();
  }

  return (
    <form className={styles.quiz} onSubmit={submit}>
      <fieldset className={styles.fields} disabled={!isOpen}>
        <legend className={styles.ask}>
          <ProseLine content={quiz.ask} />
          {!isSingle && <small className={styles.several}>Choose every one that is right.</small>}
        </legend>
        {quiz.options.map((option, index) => (
          <QuizChoice
            key={index}
            option={option}
            name={name}
            type={isSingle ? 'radio' : 'checkbox'}
            isChosen={(shown ?? chosen).includes(index)}
            isExplained={shown !== null && (isRight || shown.includes(index))}
            onChoose={(isOn) => choose(index, isOn)}
          />
        ))}
      </fieldset>
      <div className={styles.foot}>
        <output className={styles.result}>
          {shown !== null && (isRight ? 'Right.' : 'Not quite: read the reasons, then try again.')}
        </output>
        <Button ref={button} type="submit" disabled={isOpen && chosen.length === 0} focusableWhenDisabled>
          {isOpen ? 'Answer' : isRight ? 'Answer again' : 'Try again'}
        </Button>
      </div>
    </form>
  );
}
