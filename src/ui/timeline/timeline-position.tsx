import { useState } from 'react';
import { formatCount } from '#ui/format-quantity.ts';
import type { TimelineMoment, TimelinePlayback } from './timeline-props.ts';
import styles from './timeline.module.css';

interface TimelinePositionProps {
  readonly moment: TimelineMoment;
  readonly playback: TimelinePlayback;
}

/** The moment in words, in a room wide enough for every moment: the track beside it keeps its width. */
export function TimelinePosition({ moment, playback }: TimelinePositionProps) {
  const widest = useWidest(widestText(moment));
  return (
    <p className={styles.position} data-widest={widest}>
      <b>{moment.timeText}</b>
      <span>
        <span className={styles.separator}> · </span>
        {moment.positionText}
        <span className={styles.computedHere}>
          <Computed playback={playback} />
        </span>
      </span>
    </p>
  );
}

/** How far the run is computed. On a wide bar it stands in the lower row, where it does not narrow the track. */
export function Computed({ playback: { computed = null } }: Pick<TimelinePositionProps, 'playback'>) {
  return computed === null ? null : <span className={styles.computed}>{Math.floor(computed * 100)} % computed</span>;
}

/** All that is said beside the track, as at the end of the run. */
export function widestText(moment: TimelineMoment): string {
  const { index, length, timeText, lastTimeText = timeText, positionText } = moment;
  const time = lastTimeText.length < timeText.length ? timeText : lastTimeText;
  const position = positionText.replace(formatCount(index), formatCount(length));
  return `${time} · ${position}`;
}

/** The longest of all texts so far. Figures are equally wide, and the words are the same. */
function useWidest(text: string): string {
  const [widest, setWidest] = useState(text);
  if (text.length <= widest.length) return widest;
  setWidest(text);
  return text;
}
