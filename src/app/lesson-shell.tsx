import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { readingFacts, stepStatusOf } from '#features/lesson/reading-state.ts';
import { StepDots } from '#features/lesson/step-dots.tsx';
import { useAppStore } from '#state/use-app-store.ts';
import { Shell } from './shell.tsx';

/** The shell around a lesson: its place in the course, and its steps. */
export function LessonShell({ children }: { readonly children: ReactNode }) {
  const facts = useAppStore(useShallow(readingFacts));
  const { lesson } = facts;
  const track = useAppStore(({ course }) => course.tracks.find(({ id }) => lesson?.id.startsWith(`${id}/`)));
  if (lesson === null) return <Shell>{children}</Shell>;
  return (
    <Shell
      crumb={
        <span>
          {track?.title} / <b>{lesson.title}</b>
        </span>
      }
      aside={
        <StepDots
          steps={lesson.steps.map((step, index) => ({
            id: step.id,
            title: step.title,
            status: stepStatusOf(facts, step, index),
          }))}
        />
      }
    >
      {children}
    </Shell>
  );
}
