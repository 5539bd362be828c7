import { MoreHorizontal, Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { ChoiceSelect } from '#ui/choice-select.tsx';
import { formatCount } from '#ui/format-quantity.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { KeysList } from '#ui/keys-list.tsx';
import { commandOfKey, timelineKeys, type FocusedPart, type TimelineCommand } from './timeline-keys.ts';
import type { TimelineProps } from './timeline-props.ts';
import { Computed, TimelinePosition } from './timeline-position.tsx';
import { TimelineTrack } from './timeline-track.tsx';
import styles from './timeline.module.css';

/** The bar under every simulation: goes, stops, steps, and shows where in the run it stands. It knows no model. */
export function Timeline({ moment, playback, marks, kinds, fork, actions, children }: TimelineProps) {
  const id = useId();
  const [chosenKind, setChosenKind] = useState<string | null>(null);
  const [isMoreShown, setIsMoreShown] = useState(false);
  const moreButton = useRef<HTMLButtonElement>(null);
  const kind = kinds.find((each) => each.kind === chosenKind) ?? kinds[0];
  const { length, startIndex = 0 } = moment;
  // The track says the event itself, and nobody wants to hear a thousand a second.
  const [isTrackFocused, setIsTrackFocused] = useState(false);
  const isTold = !playback.isPlaying && !isTrackFocused;
  const toggle = playback.isPlaying ? actions.onPause : actions.onPlay;

  const obey = (command: TimelineCommand) => {
    switch (command.kind) {
      case 'play-or-pause':
        return toggle();
      case 'step':
        return actions.onStep(command.by);
      case 'jump':
        return kind === undefined ? undefined : actions.onJump(kind.kind, command.direction);
      case 'start':
        return actions.onSeek(startIndex);
      case 'end':
        return actions.onSeek(length);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // What floats over the bar closes by itself.
    if (
      event.key === 'Escape' &&
      isMoreShown &&
      event.target instanceof Node &&
      event.currentTarget.contains(event.target)
    ) {
      setIsMoreShown(false);
      moreButton.current?.focus();
      return;
    }
    const command = commandOfKey(event.key, partOf(event.target), length - startIndex);
    if (command === null) return;
    event.preventDefault();
    obey(command);
  };

  return (
    <div className={styles.room}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of what stands inside */}
      <div
        className={styles.bar}
        role="group"
        aria-label="Timeline"
        data-more={isMoreShown}
        onKeyDown={onKeyDown}
        onFocus={(event) => setIsTrackFocused(partOf(event.target) === 'track')}
      >
        <div className={styles.upper}>
          <div className={styles.transport}>
            <IconButton
              icon={StepBack}
              label="One event back"
              aria-keyshortcuts=","
              onClick={() => actions.onStep(-1)}
            />
            <IconButton
              icon={playback.isPlaying ? Pause : Play}
              label={playback.isPlaying ? 'Pause' : 'Play'}
              aria-keyshortcuts="K"
              onClick={toggle}
            />
            <IconButton
              icon={StepForward}
              label="One event on"
              aria-keyshortcuts="."
              onClick={() => actions.onStep(1)}
            />
          </div>
          <TimelineTrack moment={moment} marks={marks} fork={fork} onSeek={actions.onSeek} />
          <TimelinePosition {...{ moment, playback }} />
        </div>
        <div className={styles.lower}>
          <p className={styles.event} title={moment.eventText} aria-live={isTold ? 'polite' : 'off'}>
            {moment.eventText}
          </p>
          <span className={styles.computedBelow}>
            <Computed playback={playback} />
          </span>
          <span className={styles.moreButton}>
            <IconButton
              ref={moreButton}
              icon={MoreHorizontal}
              label="More of the timeline"
              aria-expanded={isMoreShown}
              aria-controls={id}
              onClick={() => setIsMoreShown(!isMoreShown)}
            />
          </span>
          <div id={id} className={styles.more}>
            {kind !== undefined && (
              <div className={styles.jump} role="group" aria-label="Jump to the next or previous">
                <IconButton
                  icon={SkipBack}
                  label={`Previous: ${kind.label}`}
                  aria-keyshortcuts="P"
                  onClick={() => actions.onJump(kind.kind, 'backwards')}
                />
                <ChoiceSelect
                  label="Jump to"
                  isLabelShown={false}
                  choices={kinds.map((each) => ({
                    value: each.kind,
                    label: `${each.label} (${formatCount(each.count)})`,
                  }))}
                  chosen={kind.kind}
                  onChoose={setChosenKind}
                />
                <IconButton
                  icon={SkipForward}
                  label={`Next: ${kind.label}`}
                  aria-keyshortcuts="N"
                  onClick={() => actions.onJump(kind.kind, 'forwards')}
                />
              </div>
            )}
            <ChoiceSelect
              label="Speed"
              isLabelShown={false}
              choices={playback.speeds.map((speed) => ({ value: String(speed.value), label: speed.label }))}
              chosen={String(playback.speed)}
              onChoose={(speed) => actions.onSpeed(Number(speed))}
            />
            {children}
            <KeysList
              title="While the bar has the focus"
              keys={timelineKeys}
              note="Each tick on the track is a moment of note; point at it to read which. A dashed line is where a fork begins."
              side="top"
            />
          </div>
        </div>
      </div>
    </div>
  );
}

function partOf(target: EventTarget): FocusedPart {
  if (target instanceof HTMLInputElement && target.type === 'range') return 'track';
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return 'field';
  return 'button';
}
