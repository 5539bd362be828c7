import type { ReactNode } from 'react';

/** Where the bar stands. */
export interface TimelineMoment {
  readonly index: number;
  /** The number of the last moment so far. */
  readonly length: number;
  /** The number of the first moment that can be reached; 0 unless told. */
  readonly startIndex?: number;
  /** As in `12.402 s`. */
  readonly timeText: string;
  /** What `timeText` says at the end of the run, so that room is kept for it. */
  readonly lastTimeText?: string;
  /** What happened last. */
  readonly eventText: string;
  /** As in `event 128 of 2,000`. */
  readonly positionText: string;
}

export interface TimelinePlayback {
  readonly isPlaying: boolean;
  /** One of the values of `speeds`. */
  readonly speed: number;
  readonly speeds: readonly TimelineSpeed[];
  /** The share of the run that is computed, 0 to 1; null or absent when all of it is. */
  readonly computed?: number | null;
}

export interface TimelineSpeed {
  readonly value: number;
  readonly label: string;
}

export interface TimelineMark {
  readonly index: number;
  readonly label: string;
}

/** What can be jumped to. */
export interface TimelineKind {
  readonly kind: string;
  readonly label: string;
  readonly count: number;
}

export type JumpDirection = 'forwards' | 'backwards';

export interface TimelineActions {
  readonly onPlay: () => void;
  readonly onPause: () => void;
  /** At most once a frame while the handle is dragged. */
  readonly onSeek: (index: number) => void;
  /** So many moments on, or back where it is negative; the caller keeps within the run. */
  readonly onStep: (by: number) => void;
  readonly onJump: (kind: string, direction: JumpDirection) => void;
  readonly onSpeed: (speed: number) => void;
}

export interface TimelineProps {
  readonly moment: TimelineMoment;
  readonly playback: TimelinePlayback;
  readonly marks: readonly TimelineMark[];
  readonly kinds: readonly TimelineKind[];
  /** Where another future begins. */
  readonly fork?: TimelineMark;
  readonly actions: TimelineActions;
  /** More buttons: fork, share. */
  readonly children?: ReactNode;
}
