import type { KeyboardEvent, PointerEvent } from 'react';
import { formatMeasure } from '#ui/format-number.ts';
import { nearestPlace } from './chart-reading.ts';
import type { ChartAxis } from './chart-series.ts';
import type { PlotLayout } from './plot-layout.ts';
import styles from './line-chart.module.css';

/** What is being read, and by what: only a reader at the keyboard is told each value aloud. */
export interface Reading {
  readonly x: number;
  readonly by: 'pointer' | 'keyboard';
}

interface ReadingLineProps {
  readonly title: string;
  readonly axis: ChartAxis;
  readonly layout: PlotLayout;
  readonly reading: Reading | null;
  /** Where reading begins. */
  readonly cursor: number | undefined;
  readonly onRead: (reading: Reading | null) => void;
  readonly onPick: ((x: number) => void) | undefined;
}

/** Lies over the plot; takes the pointer, and the keyboard as a slider that goes from sample to sample. */
export function ReadingLine({ title, axis, layout, reading, cursor, onRead, onPick }: ReadingLineProps) {
  const { places, left, top, right, bottom } = layout;
  const at = reading?.x ?? cursor ?? places[0] ?? 0;

  const placeUnder = (event: PointerEvent) =>
    places[
      nearestPlace(places, layout.x.invert(left + event.clientX - event.currentTarget.getBoundingClientRect().left))
    ];

  const onPointerMove = (event: PointerEvent) => {
    const x = placeUnder(event);
    if (x !== undefined) onRead({ x, by: 'pointer' });
  };
  const onPointerUp = (event: PointerEvent) => {
    const x = placeUnder(event);
    if (x !== undefined && event.button === 0) onPick?.(x);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && reading !== null) onRead(null);
    else if (event.key === 'Enter' && onPick !== undefined) onPick(at);
    else {
      const place = placeAfterKey(
        event.key,
        places,
        reading === null ? nearestPlace(places, at) : nearestPlace(places, reading.x),
      );
      const x = place === null ? undefined : places[place];
      if (x === undefined) return;
      onRead({ x, by: 'keyboard' });
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className={styles.plane}
      style={{ left, top, width: right - left, height: bottom - top }}
      data-picks={onPick !== undefined}
      role="slider"
      tabIndex={0}
      aria-label={`Read values of ${title}`}
      aria-valuemin={places[0] ?? 0}
      aria-valuemax={places.at(-1) ?? 0}
      aria-valuenow={at}
      aria-valuetext={formatMeasure(at, axis.unit ?? '', 4)}
      aria-keyshortcuts={onPick === undefined ? undefined : 'Enter'}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerLeave={() => onRead(null)}
      onBlur={() => onRead(null)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The place a key leads to from `place`, or null where the key means nothing here. */
export function placeAfterKey(key: string, places: readonly number[], place: number): number | null {
  const last = places.length - 1;
  const page = Math.max(1, Math.round(places.length / 10));
  const to = { ArrowLeft: place - 1, ArrowDown: place - 1, ArrowRight: place + 1, ArrowUp: place + 1 }[key];
  const far = { PageDown: place - page, PageUp: place + page, Home: 0, End: last }[key];
  const target = to ?? far;
  return target === undefined || last < 0 ? null : Math.min(Math.max(target, 0), last);
}
