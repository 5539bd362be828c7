import type { LaneMarkKind } from './lane-words.ts';
import styles from './connection-lanes.module.css';

interface LaneMarkProps {
  readonly kind: LaneMarkKind;
  readonly text: string;
  /** The request that has the connection; null for none. */
  readonly request: number | null;
  /** It is before a fork, and the same in the other run. */
  readonly isShared?: boolean;
  readonly box: { readonly x: number; readonly right: number; readonly y: number; readonly height: number };
  /** The id that patterns begin with. */
  readonly patterns: string;
}

/** What a connection did for a while: a colour and a pattern for each thing that it can do. */
export function LaneMark({ kind, text, request, isShared = false, box, patterns }: LaneMarkProps) {
  // A hair stays to be seen of what is too short to be drawn.
  const width = Math.max(1, box.right - box.x - 1);
  const label = request === null ? '' : String(request);
  const isInUse = kind === 'busy' || kind === 'slow';
  const isRoomy = isInUse && box.height >= 14 && width > label.length * digitWidth + 6;
  const isFilled = kind === 'busy' || kind === 'idle';
  return (
    <g>
      <rect
        className={styles.mark}
        data-mark={kind}
        data-shared={isShared}
        x={box.x}
        y={box.y}
        width={width}
        height={box.height}
        rx={2}
        {...(isFilled ? {} : { fill: `url(#${patterns}-${kind})` })}
      >
        <title>{text}</title>
      </rect>
      {isRoomy && (
        <text
          className={styles.request}
          data-shared={isShared}
          x={box.x + width / 2}
          y={box.y + box.height / 2}
          dy="0.35em"
        >
          {label}
        </text>
      )}
    </g>
  );
}

const digitWidth = 7;
