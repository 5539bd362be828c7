import { ExternalLink } from 'lucide-react';
import { useContext, type ComponentProps } from 'react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { LessonLinkContext } from './lesson-link.ts';
import styles from './prose.module.css';

interface ProseLinkProps extends ComponentProps<'a'> {
  /** Set by the parser on a link to a lesson. */
  readonly 'data-lesson'?: string;
  readonly 'data-step'?: string;
}

/** A link in the prose. What leads out of the course opens beside it, because leaving the page would end the database. */
export function ProseLink({ href = '', children, 'data-lesson': lessonId, 'data-step': stepId }: ProseLinkProps) {
  const Link = useContext(LessonLinkContext);
  const isInLesson = href.startsWith('#');
  if (lessonId !== undefined && Link !== null && !isInLesson) {
    return (
      // oxlint-disable-next-line react/static-components -- made by the app, once; only handed on here
      <Link lessonId={lessonId} stepId={stepId}>
        {children}
      </Link>
    );
  }
  if (lessonId !== undefined || isInLesson) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
      <ExternalLink className={styles.outward} aria-hidden="true" />
      <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
    </a>
  );
}
