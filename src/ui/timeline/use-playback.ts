import { useEffect, useEffectEvent } from 'react';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { advanceClock, stoppedClock } from './playback-clock.ts';

interface Playback {
  readonly isPlaying: boolean;
  /** Simulated milliseconds for each one that passes. */
  readonly speed: number;
  /** So many simulated milliseconds were played; false when that reached the end. */
  readonly onTick: (elapsedMs: number) => boolean;
  /** The end was reached, or the page was hidden: it plays no longer. */
  readonly onPause: () => void;
}

/** Where motion is not wanted the picture changes in steps that can be looked at. */
const calmTickMs = 500;

/** Plays while `isPlaying`: a tick for each frame that the browser draws, two a second where motion is not wanted. */
export function usePlayback({ isPlaying, speed, onTick, onPause }: Playback): void {
  const isCalm = useMediaQuery('(prefers-reduced-motion: reduce)');
  const tick = useEffectEvent((elapsedMs: number) => onTick(elapsedMs * speed));
  const pause = useEffectEvent(onPause);

  useEffect(() => {
    if (!isPlaying) return undefined;
    let clock = stoppedClock;
    let request = requestAnimationFrame(function frame(nowMs) {
      const next = advanceClock(clock, nowMs, isCalm ? calmTickMs : 0);
      clock = next.clock;
      if (next.tickMs > 0 && !tick(next.tickMs)) pause();
      else request = requestAnimationFrame(frame);
    });
    const onVisibility = () => {
      if (document.hidden) pause();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      cancelAnimationFrame(request);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [isPlaying, isCalm]);
}
