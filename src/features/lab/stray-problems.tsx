import type { FieldProblem } from '#content/labs/lab-card.ts';
import { InlineCode } from '#ui/inline-code.tsx';
import styles from './stray-problems.module.css';

/** What a link asked for and no field can show. */
export function StrayProblems({ problems }: { readonly problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems} role="alert">
      <p>Not all of the link could be taken; the rest of it is shown.</p>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={path}>
            <InlineCode text={`\`${path}\` ${message}`} />
          </li>
        ))}
      </ul>
    </div>
  );
}
