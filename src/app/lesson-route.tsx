import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useAppStore } from '#state/use-app-store.ts';
import { LessonPage } from './lesson-page.tsx';

/** The lesson that the address names. */
export function LessonRoute() {
  const { track, lesson } = useParams();
  const openLesson = useAppStore((state) => state.openLesson);
  useEffect(() => void openLesson(`${track}/${lesson}`), [openLesson, track, lesson]);
  return <LessonPage />;
}
