import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { lastOpened, passedStepsByLesson } from '#state/progress-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { HomePage, type HomeLinks } from './home-page.tsx';
import type { LessonLink } from './lesson-link.ts';

interface HomePanelProps {
  readonly Link: LessonLink;
  readonly labs: ReactNode;
  readonly links: HomeLinks | null;
}

export function HomePanel({ Link, labs, links }: HomePanelProps) {
  const course = useAppStore((state) => state.course);
  const passedSteps = useAppStore(useShallow(passedStepsByLesson));
  const resume = useAppStore(useShallow(lastOpened));
  return <HomePage course={course} passedSteps={passedSteps} resume={resume} Link={Link} labs={labs} links={links} />;
}
