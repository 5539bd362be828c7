import { useId } from 'react';
import type { PoolFrame } from '#content/labs/pool/pool-frame.ts';
import { LaneMark } from './lane-mark.tsx';
import { LanePatterns } from './lane-patterns.tsx';
import { laneMarkKinds, laneWords, markKindOf } from './lane-words.ts';
import styles from './pool-picture.module.css';

/** What the marks of the lanes mean: of those that are rare, the ones that are there. */
export function LaneLegend({ lanes }: Pick<PoolFrame, 'lanes'>) {
  const patterns = useId();
  const seen = new Set(lanes.flatMap(({ intervals }) => intervals.map(markKindOf)));
  const shown = laneMarkKinds.filter((kind) => kind === 'busy' || kind === 'idle' || seen.has(kind));
  return (
    <ul className={styles.legend} aria-label="Marks">
      {shown.map((kind) => (
        <li key={kind}>
          <svg width={26} height={14} aria-hidden="true">
            <LanePatterns id={patterns} />
            <LaneMark
              kind={kind}
              text={laneWords[kind]}
              request={null}
              box={{ x: 1, right: 26, y: 1, height: 12 }}
              patterns={patterns}
            />
          </svg>
          {laneWords[kind]}
        </li>
      ))}
    </ul>
  );
}
