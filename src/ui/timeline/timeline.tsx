import type { TimelineProps } from './timeline-props.ts';

/** The bar under every simulation: goes, stops, steps, and shows where in the run it stands. It knows no model. */
export function Timeline({ moment, playback, actions, children }: TimelineProps) {
  return (
    <div role="group" aria-label="Timeline">
      <button type="button" onClick={playback.isPlaying ? actions.onPause : actions.onPlay}>
        {playback.isPlaying ? 'Pause' : 'Play'}
      </button>
      <input
        type="range"
        aria-label="Moment"
        aria-valuetext={`${moment.timeText}, ${moment.eventText}`}
        min={moment.startIndex ?? 0}
        max={moment.length}
        value={moment.index}
        onChange={(event) => actions.onSeek(event.target.valueAsNumber)}
      />
      {moment.positionText}
      {children}
    </div>
  );
}
