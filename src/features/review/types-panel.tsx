import { experiments } from '#core/type-experiments/experiments.ts';
import { progressOf } from '#state/schema-lab/experiment-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { ExperimentView } from './experiment-view.tsx';
import styles from './types.module.css';

/** Types that bite: small experiments on the learner's own PostgreSQL, of which nothing remains. */
export function TypesPanel() {
  const chosen = useAppStore((state) => state.chosenExperiment);
  const experiment = experiments.find(({ id }) => id === chosen) ?? experiments[0];
  const progress = useAppStore((state) => progressOf(state.experimentProgress, experiment));
  const isFree = useAppStore((state) => state.database.kind === 'ready' && state.activity === null);
  const choose = useAppStore((state) => state.chooseExperiment);
  const setValue = useAppStore((state) => state.setExperimentValue);
  const predict = useAppStore((state) => state.predict);
  const run = useAppStore((state) => state.runExperiment);
  return (
    <div className={styles.types}>
      <p className={styles.note}>
        Each runs on your PostgreSQL, in tables of its own, and is taken back: nothing of it remains.
      </p>
      <ChoiceSelect
        label="Experiment"
        choices={experiments.map(({ id, group, title }) => ({ value: id, label: `${group}: ${title}` }))}
        chosen={experiment.id}
        onChoose={choose}
      />
      <ExperimentView
        key={experiment.id}
        experiment={experiment}
        progress={progress}
        canRun={isFree}
        onChange={(name, value) => setValue(experiment, name, value)}
        onPredict={(choice) => predict(experiment, choice)}
        onRun={() => void run(experiment)}
      />
    </div>
  );
}
