import type { LessonProgress } from './lesson-progress.ts';
import styles from './lesson-house.module.css';

const width = 30;
const storey = 7;
const roof = 12;
const edge = 1;

/** A lesson as a house with a storey for each step, lit from below as they are passed. The words beside it say the same. */
export function LessonHouse({ progress }: { readonly progress: LessonProgress }) {
  const { passed, total, isFinished } = progress;
  const height = roof + total * storey;
  const storeys = Array.from({ length: total }, (_, index) => index);
  return (
    <svg
      className={styles.house}
      width={width}
      height={height + edge}
      viewBox={`0 0 ${width} ${height + edge}`}
      aria-hidden="true"
    >
      <path
        className={isFinished ? styles.lit : styles.dark}
        d={`M${edge} ${roof}L${width / 2} 2L${width - edge} ${roof}z`}
      />
      {storeys.map((index) => (
        <rect
          key={index}
          className={index < passed ? styles.lit : styles.dark}
          x={edge}
          y={height - (index + 1) * storey}
          width={width - 2 * edge}
          height={storey}
        />
      ))}
    </svg>
  );
}
