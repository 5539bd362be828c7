import { Link } from 'react-router';
import type { LessonLinkProps } from '#features/lesson/lesson-link.ts';

/** A link into the course, as the app's router knows it. */
export function AppLessonLink({ lessonId, stepId, ...rest }: LessonLinkProps) {
  return <Link to={`${lessonPath(lessonId)}${stepId === undefined ? '' : `#${stepId}`}`} {...rest} />;
}

/** The trailing slash is how static hosts name the folder that holds the lesson's own file. */
export function lessonPath(lessonId: string | null): string {
  return lessonId === null ? '/' : `/lessons/${lessonId}/`;
}
