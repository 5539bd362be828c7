import { CircleCheck, CircleX, Play } from 'lucide-react';
import { problemWith, type Experiment } from '#core/type-experiments/experiment.ts';
import type { ExperimentProgress } from '#state/schema-lab/experiment-slice.ts';
import { Button } from '#ui/button.tsx';
import { InlineCode } from '#ui/inline-code.tsx';
import { ExperimentFieldControl } from './experiment-field.tsx';
import { PredictionChoices } from './prediction-choices.tsx';
import { SideView } from './side-view.tsx';
import styles from './types.module.css';

interface ExperimentViewProps {
  readonly experiment: Experiment;
  readonly progress: ExperimentProgress;
  readonly canRun: boolean;
  readonly onChange: (name: string, value: string) => void;
  readonly onPredict: (choice: string) => void;
  readonly onRun: () => void;
}

/** A question, a prediction, and then what PostgreSQL says on each side. */
export function ExperimentView({ experiment, progress, canRun, onChange, onPredict, onRun }: ExperimentViewProps) {
  const { fields, choices, question, sides, because } = experiment;
  const { values, prediction, outcomes } = progress;
  const isSound = fields.every((field) => problemWith(field, values[field.name] ?? '') === null);
  return (
    <article className={styles.experiment} aria-label={experiment.title}>
      <div className={styles.fields}>
        {fields.map((field) => (
          <ExperimentFieldControl
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => onChange(field.name, value)}
          />
        ))}
      </div>
      <PredictionChoices question={question(values)} choices={choices} chosen={prediction} onChoose={onPredict} />
      <div className={styles.actions}>
        <Button
          variant="primary"
          disabled={!canRun || !isSound || prediction === null}
          focusableWhenDisabled
          onClick={onRun}
        >
          <Play aria-hidden="true" />
          {sides(values).length === 2 ? 'Run both sides' : 'Run all sides'}
        </Button>
        {prediction === null && <span className={styles.note}>Say first what you expect.</span>}
      </div>
      <div role="status">{outcomes !== null && <Verdict experiment={experiment} progress={progress} />}</div>
      {isSound && (
        <div className={styles.sides}>
          {sides(values).map((side, place) => (
            <SideView key={side.label} side={side} outcome={outcomes?.[place] ?? null} />
          ))}
        </div>
      )}
      {outcomes !== null && (
        <p className={styles.because}>
          <InlineCode text={because} />
        </p>
      )}
    </article>
  );
}

function Verdict({
  experiment,
  progress: { prediction, outcomes },
}: Pick<ExperimentViewProps, 'experiment' | 'progress'>) {
  const answer = experiment.answer(outcomes ?? []);
  const labelOf = (value: string | null) => experiment.choices.find((choice) => choice.value === value)?.label;
  const said = labelOf(answer);
  if (said === undefined)
    return (
      <p className={styles.verdict}>With these values none of the answers came true: look at what each side says.</p>
    );
  const isRight = answer === prediction;
  const Icon = isRight ? CircleCheck : CircleX;
  return (
    <p className={styles.verdict} data-right={isRight}>
      <Icon aria-hidden="true" />
      <span>
        <strong>{isRight ? 'As you said.' : 'Not as you said.'}</strong> PostgreSQL’s answer: {said}.
        {!isRight && ` You said: ${labelOf(prediction) ?? ''}.`}
      </span>
    </p>
  );
}
