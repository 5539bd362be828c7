import styles from './connection-lanes.module.css';

/** Hatches, so that no state is told by its colour alone. */
export function LanePatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {hatches.map(({ mark, size, angle, path }) => (
        <pattern
          key={mark}
          id={`${id}-${mark}`}
          width={size}
          height={size}
          patternUnits="userSpaceOnUse"
          {...(angle === 0 ? {} : { patternTransform: `rotate(${angle})` })}
        >
          <rect className={styles.ground} data-mark={mark} width={size} height={size} />
          <path className={styles.hatch} data-mark={mark} d={path} />
        </pattern>
      ))}
    </defs>
  );
}

const hatches = [
  { mark: 'opening', size: 6, angle: 45, path: 'M1.5 0V6' },
  { mark: 'failed', size: 6, angle: 0, path: 'M1 1L5 5M5 1L1 5' },
  { mark: 'slow', size: 9, angle: 45, path: 'M2 0V9' },
  { mark: 'leaked', size: 7, angle: 0, path: 'M0 0L7 7M7 0L0 7' },
  { mark: 'bad', size: 5, angle: -45, path: 'M1 0V5' },
] as const;
