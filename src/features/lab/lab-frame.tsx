import type { ReactNode } from 'react';
import { writtenValues, type OpenLab } from '#state/labs/open-lab.ts';
import type { LabValue } from '#content/labs/lab-card.ts';
import { hasTime } from '#content/labs/has-time.ts';
import { shownFields } from '#content/labs/shown-fields.ts';
import { Button } from '#ui/button.tsx';
import { ForkBar } from './fork-bar.tsx';
import { LabBar } from './lab-bar.tsx';
import { LabControls } from './lab-controls.tsx';
import { LabFigures } from './lab-figures.tsx';
import { LabGraphs } from './lab-graphs.tsx';
import { LabPicture, type DrawPicture } from './lab-picture.tsx';
import { LabRunNote } from './lab-run-note.tsx';
import { OutdatedNote } from './outdated-note.tsx';
import { StrayProblems } from './stray-problems.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { SeedField } from './seed-field.tsx';
import styles from './lab-frame.module.css';

export interface LabFrameActions {
  readonly onChange: (path: string, value: LabValue) => void;
  readonly onSeed: (text: string) => void;
  readonly onReset: () => void;
  /** Computes what was lost once more. */
  readonly onRunAgain: () => void;
  readonly onStop: () => void;
  readonly onAdoptFork: () => void;
  readonly onSeekTime: (timeMs: number) => void;
}

interface LabFrameProps {
  readonly lab: OpenLab;
  readonly draw: DrawPicture;
  readonly actions: LabFrameActions;
  /** What is to be reached; stands beside the controls. */
  readonly goal?: ReactNode;
  /** Curves over a parameter. */
  readonly sweeps: ReactNode;
  readonly timeline: ReactNode;
}

/**
 * The anatomy of every lab: controls left, picture in the middle with what happened over time below it, the one figure
 * that matters right, the timeline at the bottom. In a narrow place they stand below one another.
 */
export function LabFrame({ lab, draw, actions, goal, sweeps, timeline }: LabFrameProps) {
  const { card, run, fork, moment } = lab;
  return (
    <div className={styles.place}>
      <div className={styles.lab}>
        <div className={styles.column}>
          <div className={styles.controls} data-few={lab.controls.length <= fewControls}>
            <LabControls
              fields={shownFields(card)}
              values={writtenValues(lab)}
              problems={lab.problems}
              isOfLesson={lab.place.kind === 'lesson'}
              controls={fork === null ? lab.controls : lab.controls.filter((path) => !card.fixedInForks.includes(path))}
              onChange={actions.onChange}
            />
            {hasTime(card) ? (
              <SeedField lab={lab} onSeed={actions.onSeed} onReset={actions.onReset} />
            ) : (
              <LabBar>
                <Button onClick={actions.onReset}>Reset</Button>
              </LabBar>
            )}
          </div>
          {/* Below them: a verdict that grows must not push away what is being turned. */}
          {goal !== undefined && <div className={styles.goal}>{goal}</div>}
        </div>
        <div className={styles.result}>
          <div className={styles.column}>
            <div className={styles.picture}>
              <StrayProblems
                problems={lab.problems.filter(({ path }) => !card.fields.some((field) => field.path === path))}
              />
              <OutdatedNote asked={lab.asked} />
              <LabRunNote
                run={run}
                name="The run"
                isTimeless={!hasTime(card)}
                onStop={actions.onStop}
                onRunAgain={actions.onRunAgain}
              />
              {fork !== null && (
                <>
                  <ForkBar card={card} fork={fork} values={lab.values} onAdopt={actions.onAdoptFork} />
                  <LabRunNote run={fork.run} name="The fork" onStop={actions.onStop} onRunAgain={actions.onRunAgain} />
                </>
              )}
              <LabPicture
                kind={card.kind}
                title={hasTime(card) ? 'The moment' : 'What follows'}
                moment={moment}
                fork={fork === null ? undefined : fork.moment}
                forkedAtMs={fork?.timeMs ?? null}
                draw={draw}
              />
            </div>
            <div className={styles.graphs}>
              {run.summary !== null && (
                <LabGraphs
                  card={card}
                  series={run.summary.series}
                  fork={fork?.run.summary?.series ?? null}
                  nowMs={moment?.timeMs ?? null}
                  onPick={actions.onSeekTime}
                />
              )}
              {sweeps}
            </div>
          </div>
          <ScrollRegion className={styles.column} label="Figures">
            <LabFigures
              card={card}
              run={(fork === null ? run.summary?.metrics : fork.run.summary?.beside) ?? {}}
              now={hasTime(card) ? (moment?.metrics ?? null) : 'the same'}
              fork={fork === null ? null : (fork.run.summary?.metrics ?? {})}
              isPartial={run.kind === 'running'}
            />
          </ScrollRegion>
        </div>
      </div>
      <div className={styles.timeline}>{timeline}</div>
    </div>
  );
}

/** So many can stand above the picture on a phone, and leave it in sight. */
const fewControls = 3;
