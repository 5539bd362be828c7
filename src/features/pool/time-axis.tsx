import { scaleLinear } from '@visx/scale';
import { digitWidth, timeTicks } from './time-ticks.ts';
import styles from './connection-lanes.module.css';

interface TimeAxisProps {
  readonly fromMs: number;
  readonly toMs: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly forkMs: number | null;
}

export const axisHeight = 36;

/** With room beside it. */
const titleWidth = 160;

/** The time under the lanes, and where the run left another. */
export function TimeAxis({ fromMs, toMs, left, right, top, forkMs }: TimeAxisProps) {
  const x = scaleLinear({ domain: [fromMs, toMs], range: [left, right] });
  const fork = forkMs === null ? null : x(forkMs);
  const below = top + axisHeight - 4;
  // The title keeps out of the fork's way.
  const isTitleLeft = fork !== null && fork > right - titleWidth;
  return (
    <g>
      <line className={styles.axisLine} x1={left} x2={right} y1={top + 0.5} y2={top + 0.5} />
      {timeTicks(fromMs, toMs, right - left).map(({ atMs, text }) => (
        <g key={atMs}>
          <line className={styles.axisLine} x1={x(atMs)} x2={x(atMs)} y1={top} y2={top + 5} />
          <TimeText x={x(atMs)} y={top + 16} text={text} right={right} />
        </g>
      ))}
      <text
        className={styles.label}
        x={isTitleLeft ? left : right}
        y={below}
        textAnchor={isTitleLeft ? 'start' : 'end'}
      >
        time (s), now at the end
      </text>
      {fork !== null && (
        <>
          <line className={styles.fork} x1={fork} x2={fork} y1={0} y2={top + 6} />
          <text className={styles.forkLabel} x={fork} y={below} textAnchor="middle">
            fork
          </text>
        </>
      )}
    </g>
  );
}

interface TimeTextProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly right: number;
}

/** At the right end a text ends where the lanes do, as beyond it would be cut off. */
function TimeText({ x, y, text, right }: TimeTextProps) {
  const isAtEnd = x + (text.length * digitWidth) / 2 > right;
  return (
    <text className={styles.label} x={isAtEnd ? right : x} y={y} textAnchor={isAtEnd ? 'end' : 'middle'}>
      {text}
    </text>
  );
}
