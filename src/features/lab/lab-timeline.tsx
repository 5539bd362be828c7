import { GitFork, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OpenLab } from '#state/labs/open-lab.ts';
import { playSpeeds } from '#state/labs/play-speed.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { Button } from '#ui/button.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { usePlayback } from '#ui/timeline/use-playback.ts';
import { timeText } from './time-text.ts';

interface LabTimelineProps {
  readonly lab: OpenLab;
  /** More buttons: share. */
  readonly children?: ReactNode;
}

/** The bar below a lab: where in the run the picture stands, and every way to get elsewhere. */
export function LabTimeline({ lab, children }: LabTimelineProps) {
  const { card, moment, run, fork, isPlaying, speed, note } = lab;
  const playLab = useAppStore((state) => state.playLab);
  const pauseLab = useAppStore((state) => state.pauseLab);
  const advanceLab = useAppStore((state) => state.advanceLab);
  const seekLab = useAppStore((state) => state.seekLab);
  const stepLab = useAppStore((state) => state.stepLab);
  const jumpLab = useAppStore((state) => state.jumpLab);
  const setLabSpeed = useAppStore((state) => state.setLabSpeed);
  const forkLab = useAppStore((state) => state.forkLab);
  const dropFork = useAppStore((state) => state.dropFork);
  usePlayback({ isPlaying, speed, onTick: advanceLab, onPause: pauseLab });

  const length = run.summary?.length ?? 0;
  const index = moment?.index ?? 0;
  const labelOf = (kind: string) => card.events.find((event) => event.kind === kind)?.label ?? kind;
  return (
    <Timeline
      moment={{
        index,
        length: Math.max(length, index),
        timeText: timeText(moment?.timeMs ?? 0),
        lastTimeText: timeText(run.summary?.reachedMs ?? 0),
        eventText: note ?? moment?.event?.text ?? 'The start: nothing has happened yet.',
        positionText: `event ${formatCount(index)} of ${formatCount(length)}`,
      }}
      playback={{
        isPlaying,
        speed,
        speeds: playSpeeds.map((value) => ({ value, label: speedLabel(value) })),
        computed: run.kind === 'running' ? run.progress : null,
      }}
      marks={(run.summary?.marks ?? []).map((mark) => ({
        index: mark.index,
        label: `${labelOf(mark.kind)}, ${timeText(mark.timeMs)}`,
      }))}
      kinds={card.events.flatMap(({ kind, label }) => {
        const count = run.summary?.counts[kind] ?? 0;
        return count === 0 ? [] : [{ kind, label, count }];
      })}
      {...(fork === null ? {} : { fork: { index: fork.index, label: `fork at ${timeText(fork.timeMs)}` } })}
      actions={{
        onPlay: playLab,
        onPause: pauseLab,
        onSeek: seekLab,
        onStep: stepLab,
        onJump: (kind, direction) => void jumpLab(kind, direction),
        onSpeed: setLabSpeed,
      }}
    >
      {fork === null ? (
        <Button onClick={forkLab} disabled={moment === null}>
          <GitFork aria-hidden="true" />
          Fork here
        </Button>
      ) : (
        <Button onClick={dropFork}>
          <Undo2 aria-hidden="true" />
          Drop the fork
        </Button>
      )}
      {children}
    </Timeline>
  );
}

/** "1/100", "×10": how fast simulated time goes by. */
function speedLabel(speed: number): string {
  if (speed === 1) return 'real time';
  return speed > 1 ? `×${formatCount(speed)}` : `1/${formatCount(Math.round(1 / speed))}`;
}
