import { useId } from 'react';
import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import { LaneMark } from './lane-mark.tsx';
import { LanePatterns } from './lane-patterns.tsx';
import { laneStates, laneWords } from './lane-words.ts';
import styles from './pool-picture.module.css';

/** What the marks of the lanes mean: of those that are rare, the ones that are there. */
export function LaneLegend({ lanes }: Pick<PoolFrame, 'lanes'>) {
  const patterns = useId();
  const seen = new Set(lanes.flatMap(({ intervals }) => intervals.map(({ state }) => state)));
  const shown = laneStates.filter((state) => state === 'busy' || state === 'idle' || seen.has(state));
  return (
    <ul className={styles.legend} aria-label="Marks">
      {shown.map((state) => (
        <li key={state}>
          <svg width={26} height={14} aria-hidden="true">
            <LanePatterns id={patterns} />
            <LaneMark
              interval={{ fromMs: 0, toMs: 0, state, connection: 0, request: null }}
              box={{ x: 1, right: 26, y: 1, height: 12 }}
              patterns={patterns}
            />
          </svg>
          {laneWords[state]}
        </li>
      ))}
    </ul>
  );
}
