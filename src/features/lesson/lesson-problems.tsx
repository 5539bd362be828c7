import type { Problem } from '#content/lesson.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import { formatQuantity } from '#ui/format-quantity.ts';
import styles from './lesson-problems.module.css';
import column from './reading-column.module.css';

/** What an author sees instead of a lesson that does not read, while writing it. */
export function LessonProblems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <article className={column.column} aria-labelledby="lesson-problems">
      <h1 id="lesson-problems" className={styles.title}>
        This lesson has {formatQuantity(problems.length, 'problem')}
      </h1>
      <p className={styles.words}>The page shows it as soon as the file is mended and saved.</p>
      <ol className={styles.list}>
        {problems.map((problem, place) => (
          <li key={place} className={styles.problem}>
            <code className={styles.place}>
              {problem.file}:{problem.line}:{problem.column}
            </code>
            <p>
              <InlineCode text={problem.message} />
            </p>
          </li>
        ))}
      </ol>
    </article>
  );
}
