import type { ComponentProps, ComponentType } from 'react';

export interface LessonLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** Where it leads; null is the course map. */
  readonly lessonId: string | null;
  readonly stepId?: string | undefined;
}

/** A link inside the app. It is a real link, so that it leads on before any script has run. */
export type LessonLink = ComponentType<LessonLinkProps>;
