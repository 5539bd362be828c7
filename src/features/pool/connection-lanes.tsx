import { scaleLinear } from '@visx/scale';
import { useId, useRef } from 'react';
import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import type { LaneInterval } from '#content/labs/pool/pool-lanes.ts';
import { useWidth } from '#ui/use-size.ts';
import { formatQuantity } from '#ui/format-quantity.ts';
import { LaneMark } from './lane-mark.tsx';
import { LanePatterns } from './lane-patterns.tsx';
import { laneText, markKindOf } from './lane-words.ts';
import { axisHeight, TimeAxis } from './time-axis.tsx';
import styles from './connection-lanes.module.css';

interface ConnectionLanesProps {
  readonly frame: PoolFrame;
}

const left = 44;
const right = 16;
const unmeasuredWidth = 640;

/** Every connection of the pool as a lane over the last stretch of time, now at the right end; dimmer before a fork. */
export function ConnectionLanes({ frame }: ConnectionLanesProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, unmeasuredWidth);
  const patterns = useId();
  const { lanes, fromMs, timeMs, forkMs, moreLanes } = frame;
  const row = rowHeight(lanes.length);
  const height = Math.max(1, lanes.length) * row;
  // At the very start no time has passed, and a stretch of time must have a length.
  const toMs = timeMs > fromMs ? timeMs : fromMs + 1;
  const x = scaleLinear({ domain: [fromMs, toMs], range: [left, width - right] });
  return (
    <div ref={place} className={styles.place}>
      <svg width={width} height={height + axisHeight} role="img" aria-label={gist(frame)}>
        <LanePatterns id={patterns} />
        {lanes.map(({ connection, intervals }, slot) => (
          <g key={slot}>
            <line
              className={styles.rule}
              x1={left}
              x2={width - right}
              y1={(slot + 0.5) * row}
              y2={(slot + 0.5) * row}
            />
            {intervals.flatMap((interval) =>
              piecesOf(interval, fromMs, forkMs).map((piece) => (
                <LaneMark
                  key={`${piece.fromMs} ${interval.state}`}
                  kind={markKindOf(interval)}
                  text={laneText(interval)}
                  request={piece.isLabelled ? interval.request : null}
                  isShared={piece.isShared}
                  patterns={patterns}
                  box={{ x: x(piece.fromMs), right: x(piece.toMs), y: slot * row + 1, height: row - 2 }}
                />
              )),
            )}
            {connection !== null && row >= labelledRow && (
              <text className={styles.label} x={left - 8} y={(slot + 0.5) * row} dy="0.35em" textAnchor="end">
                {connection}
              </text>
            )}
          </g>
        ))}
        {lanes.length === 0 && (
          <text className={styles.label} x={left} y={row / 2} dy="0.35em">
            No connection is open yet.
          </text>
        )}
        <TimeAxis fromMs={fromMs} toMs={toMs} left={left} right={width - right} top={height} forkMs={forkMs} />
      </svg>
      {moreLanes > 0 && <p className={styles.more}>and {formatQuantity(moreLanes, 'connection')} more</p>}
    </div>
  );
}

interface Piece {
  readonly fromMs: number;
  readonly toMs: number;
  /** It is before the fork. */
  readonly isShared: boolean;
  readonly isLabelled: boolean;
}

/** What is in sight of an interval, cut where the run left another; the longer piece has the number. */
function piecesOf(interval: LaneInterval, sightMs: number, forkMs: number | null): readonly Piece[] {
  const { toMs } = interval;
  const fromMs = Math.max(interval.fromMs, sightMs);
  if (forkMs === null || forkMs <= fromMs) return [{ fromMs, toMs, isShared: false, isLabelled: true }];
  if (toMs <= forkMs) return [{ fromMs, toMs, isShared: true, isLabelled: true }];
  const isBeforeLonger = forkMs - fromMs > toMs - forkMs;
  return [
    { fromMs, toMs: forkMs, isShared: true, isLabelled: isBeforeLonger },
    { fromMs: forkMs, toMs, isShared: false, isLabelled: !isBeforeLonger },
  ];
}

/** Lanes so low have no room for a number. */
const labelledRow = 11;

function rowHeight(lanes: number): number {
  if (lanes <= 10) return 24;
  return lanes <= 20 ? 17 : 11;
}

function gist({ lanes, moreLanes }: PoolFrame): string {
  const now = lanes.flatMap(({ connection, intervals }) => {
    const last = intervals.at(-1);
    return connection === null || last === undefined ? [] : [`${connection} ${laneText(last)}`];
  });
  const more = moreLanes > 0 ? `, and ${moreLanes} more` : '';
  return now.length === 0 ? 'No connection is open.' : `Connections now: ${now.join(', ')}${more}.`;
}
