import { RotateCcw } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { LiveLab } from '#content/labs/live-labs.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Progress } from '#ui/progress.tsx';
import { publishedDatasets } from './course-source.ts';
import { datasetParameter } from './dataset-parameter.ts';
import { LiveLabContent } from './live-lab-content.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { ReadingAndBench } from './reading-and-bench.tsx';
import { useWorkbenchKeys } from './use-workbench-keys.ts';
import { Workbench } from './workbench.tsx';
import styles from './live-lab.module.css';

interface LiveLabPageProps {
  readonly lab: LiveLab;
  readonly dataset: string;
}

/** A lab on a live database, with the place to write SQL beside it. */
export function LiveLabPage({ lab, dataset }: LiveLabPageProps) {
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  useWorkbenchKeys(null);
  return (
    <ReadingAndBench
      split={{ name: `lab-${lab.kind}`, label: 'Width of the lab', initial: 64 }}
      reading={
        <main id="rowhouse-main" className={styles.page} tabIndex={-1}>
          <header className={styles.head}>
            <h1 className={styles.title}>{lab.title}</h1>
            <DatasetChoice dataset={dataset} />
            <StartOver />
          </header>
          <PanelBoundary name="The lab">
            <Suspense fallback={<Progress label={`Opening the ${lab.title.toLowerCase()}`} />}>
              <LiveLabContent kind={lab.kind} />
            </Suspense>
          </PanelBoundary>
        </main>
      }
      bench={<Workbench onCheck={null} />}
      isLab={false}
      isSheetOpen={isSheetOpen}
      onSheet={setIsSheetOpen}
    />
  );
}

function DatasetChoice({ dataset }: { readonly dataset: string }) {
  const [, setParameters] = useSearchParams();
  const summary = publishedDatasets.find(({ name }) => name === dataset)?.summary;
  return (
    <>
      <ChoiceSelect
        label="Data set"
        isLabelShown={false}
        choices={publishedDatasets.map(({ name, title }) => ({ value: name, label: title }))}
        chosen={dataset}
        onChoose={(name) => setParameters({ [datasetParameter]: name })}
      />
      {summary !== undefined && <p className={styles.summary}>{summary}</p>}
    </>
  );
}

function StartOver() {
  const [isAsking, setIsAsking] = useState(false);
  const resetLesson = useAppStore((state) => state.resetLesson);
  const isReady = useAppStore(({ database }) => database.kind === 'ready');
  return (
    <>
      <Button disabled={!isReady} focusableWhenDisabled aria-label="Start over" onClick={() => setIsAsking(true)}>
        <RotateCcw aria-hidden="true" />
        <span className={styles.word}>Start over</span>
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Start over with this data set?"
        confirmLabel="Start over"
        onConfirm={() => void resetLesson()}
        onClose={() => setIsAsking(false)}
      >
        The tables are made anew, and what you drew goes. Your other data sets stay as they are, and so does the history
        of what you ran.
      </ConfirmDialog>
    </>
  );
}
