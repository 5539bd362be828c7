import { GitFork } from 'lucide-react';
import { memo, useState, type PointerEvent } from 'react';
import { RangeInput } from '#ui/range-input.tsx';
import { useFrameThrottle } from '#ui/use-frame-throttle.ts';
import { useUntilChange } from '#ui/use-until-change.ts';
import { isSameMarks, nearestMark, shareOf } from './mark-places.ts';
import type { TimelineMark, TimelineMoment } from './timeline-props.ts';
import styles from './timeline.module.css';

interface TimelineTrackProps {
  readonly moment: TimelineMoment;
  readonly marks: readonly TimelineMark[];
  readonly fork: TimelineMark | undefined;
  readonly onSeek: (index: number) => void;
}

/** The run as a line, its marks, and the handle that goes to any moment. */
export function TimelineTrack({ moment, marks, fork, onSeek }: TimelineTrackProps) {
  const { length, startIndex = 0, timeText, eventText, positionText } = moment;
  // The handle is where the hand is, until the run has followed.
  const [held, setHeld] = useState<number | null>(null);
  const [asked, setAsked] = useUntilChange<number>(moment.index);
  const index = held ?? asked ?? moment.index;
  const [hovered, setHovered] = useState<TimelineMark | null>(null);
  const seek = useFrameThrottle(onSeek);

  const onPointerMove = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left - endPx) / (width - 2 * endPx);
    const places = fork === undefined ? marks : [...marks, fork];
    setHovered(nearestMark(places, startIndex + share * (length - startIndex), (8 * (length - startIndex)) / width));
  };
  const release = () => {
    setAsked(held);
    setHeld(null);
  };

  return (
    <div className={styles.track} onPointerMove={onPointerMove} onPointerLeave={() => setHovered(null)}>
      <TrackMarks marks={marks} fork={fork} from={startIndex} to={length} />
      <RangeInput
        label="Moment"
        valueText={[positionText, timeText, eventText].filter((text) => text !== '').join(', ')}
        least={startIndex}
        most={length}
        value={index}
        aria-keyshortcuts="Space ArrowLeft ArrowRight PageUp PageDown Home End"
        onPointerDown={() => setHeld(index)}
        onPointerUp={release}
        onPointerCancel={release}
        onChange={(next) => {
          (held === null ? setAsked : setHeld)(next);
          seek(next);
        }}
      />
      {hovered !== null && <Hint mark={hovered} from={startIndex} to={length} />}
    </div>
  );
}

/** From the end of the track to the middle of the handle there, under a pointer that hovers. */
const endPx = 8;

function placeOf(mark: TimelineMark, from: number, to: number): string {
  return `calc(var(--handle) / 2 + (100% - var(--handle)) * ${shareOf(mark.index, from, to)})`;
}

interface HintProps {
  readonly mark: TimelineMark;
  readonly from: number;
  readonly to: number;
}

/** The name of a mark over it; towards an end it leans inwards, so that it never leaves the bar. */
function Hint({ mark, from, to }: HintProps) {
  const lean = `${-100 * shareOf(mark.index, from, to)}% 0`;
  return (
    <span className={styles.hint} style={{ left: placeOf(mark, from, to), translate: lean }} aria-hidden="true">
      {mark.label}
    </span>
  );
}

interface TrackMarksProps {
  readonly marks: readonly TimelineMark[];
  readonly fork: TimelineMark | undefined;
  readonly from: number;
  readonly to: number;
}

/** For the eye; the keyboard goes to the same moments by kind. Drawn once for a run, not for each of its moments. */
const TrackMarks = memo(function TrackMarks({ marks, fork, from, to }: TrackMarksProps) {
  return (
    <div className={styles.marks} aria-hidden="true">
      {marks.map((mark) => (
        <span key={`${mark.index} ${mark.label}`} className={styles.mark} style={{ left: placeOf(mark, from, to) }} />
      ))}
      {fork !== undefined && (
        <span className={styles.fork} style={{ left: placeOf(fork, from, to) }}>
          <GitFork />
        </span>
      )}
    </div>
  );
}, isSameTrack);

function isSameTrack(some: TrackMarksProps, other: TrackMarksProps): boolean {
  return some.from === other.from && some.to === other.to && isSameMarks(all(some), all(other));
}

function all({ marks, fork }: TrackMarksProps): readonly TimelineMark[] {
  return fork === undefined ? marks : [...marks, { index: fork.index, label: `fork ${fork.label}` }];
}
