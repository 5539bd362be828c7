import type { ReactNode } from 'react';
import { hasTime } from '#content/labs/has-time.ts';
import { movedValues } from '#state/labs/open-lab.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { focusPlace } from './focus-place.ts';
import { LabBar } from './lab-bar.tsx';
import { LabFrame } from './lab-frame.tsx';
import type { DrawPicture } from './lab-picture.tsx';
import { LabSweep } from './lab-sweep.tsx';
import { LabTimeline } from './lab-timeline.tsx';

interface LabPanelProps {
  readonly draw: DrawPicture;
  /** What is to be reached. */
  readonly goal?: ReactNode;
  /** Buttons at the end of the timeline. */
  readonly children?: ReactNode;
}

/** The lab that is open, whatever its kind. */
export function LabPanel({ draw, goal, children }: LabPanelProps) {
  const lab = useAppStore((state) => state.lab);
  const sweep = useAppStore((state) => state.sweep);
  const setLabValue = useAppStore((state) => state.setLabValue);
  const setLabSeed = useAppStore((state) => state.setLabSeed);
  const resetLab = useAppStore((state) => state.resetLab);
  const stopLabRun = useAppStore((state) => state.stopLabRun);
  const recomputeLab = useAppStore((state) => state.recomputeLab);
  const adoptFork = useAppStore((state) => state.adoptFork);
  const seekLabTime = useAppStore((state) => state.seekLabTime);
  const startSweep = useAppStore((state) => state.startSweep);
  const stopSweep = useAppStore((state) => state.stopSweep);
  if (lab === null) return null;
  const values = movedValues(lab);
  return (
    <LabFrame
      lab={lab}
      draw={draw}
      goal={goal}
      actions={{
        onChange: setLabValue,
        onSeed: setLabSeed,
        onReset: resetLab,
        onRunAgain: recomputeLab,
        onStop: () => {
          stopLabRun();
          focusPlace();
        },
        onAdoptFork: () => {
          adoptFork();
          focusPlace();
        },
        onSeekTime: seekLabTime,
      }}
      sweeps={lab.card.sweeps.map((each) => (
        <LabSweep
          key={each.id}
          card={lab.card}
          sweep={each}
          state={sweep}
          values={values}
          actions={{
            onStart: () => void startSweep(each.id),
            onStop: () => {
              stopSweep();
              focusPlace();
            },
            ...(lab.controls.includes(each.path) ? { onPick: (value) => setLabValue(each.path, value) } : {}),
          }}
        />
      ))}
      timeline={hasTime(lab.card) ? <LabTimeline lab={lab}>{children}</LabTimeline> : <LabBar>{children}</LabBar>}
    />
  );
}
