import { useState } from 'react';
import { formatCount } from '#ui/format-quantity.ts';
import type { TimelineMoment, TimelinePlayback } from './timeline-props.ts';
import styles from './timeline.module.css';

interface TimelinePositionProps {
  readonly moment: TimelineMoment;
  readonly playback: TimelinePlayback;
}

/** The moment in words, in a room wide enough for every moment: the track beside it keeps its width. */
export function TimelinePosition({ moment, playback: { computed = null } }: TimelinePositionProps) {
  const widest = useWidest(widestText(moment, computed !== null));
  return (
    <p className={styles.position} data-widest={widest}>
      <b>{moment.timeText}</b>
      <span>
        <span className={styles.separator}> · </span>
        {moment.positionText}
        {computed !== null && ` · ${Math.floor(computed * 100)} % computed`}
      </span>
    </p>
  );
}

/** All that is said beside the track, as at the end of the run. */
export function widestText(moment: TimelineMoment, isComputing: boolean): string {
  const { index, length, timeText, lastTimeText = timeText, positionText } = moment;
  const time = lastTimeText.length < timeText.length ? timeText : lastTimeText;
  const position = positionText.replace(formatCount(index), formatCount(length));
  return `${time} · ${position}${isComputing ? ' · 100 % computed' : ''}`;
}

/** The longest of all texts so far. Figures are equally wide, and the words are the same. */
function useWidest(text: string): string {
  const [widest, setWidest] = useState(text);
  if (text.length <= widest.length) return widest;
  setWidest(text);
  return text;
}
