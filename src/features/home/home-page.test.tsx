import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Course } from '#content/lesson.ts';
import { HomePage } from './home-page.tsx';
import type { LessonLinkProps } from './lesson-link.ts';

const steps = [
  { id: 'see', title: 'See' },
  { id: 'split', title: 'Split' },
];

const course: Course = {
  title: 'Rowhouse',
  tracks: [
    {
      id: 'normal-forms',
      title: 'Normal forms',
      summary: 'One shop, five lessons.',
      lessons: [
        { id: 'normal-forms/1nf', title: 'One value per cell', summary: 'Split it.', minutes: 8, steps },
        { id: 'normal-forms/2nf', title: 'Part of a key', summary: 'Move it.', minutes: 9, steps },
      ],
    },
  ],
};

function Link({ lessonId, stepId, children }: LessonLinkProps) {
  return <a href={`/${lessonId}${stepId === undefined ? '' : `#${stepId}`}`}>{children}</a>;
}

const links = { guide: '/guide', source: '/source', licence: '/licence' };

describe('the home page', () => {
  const firstVisit = renderToStaticMarkup(
    <HomePage course={course} passedSteps={{}} resume={null} Link={Link} labs={null} links={links} />,
  );

  it('lists every lesson as a real link, before any script has run', () => {
    for (const { id, title } of course.tracks[0]?.lessons ?? []) {
      expect(firstVisit).toMatch(new RegExp(`<a href="/${id}"[^>]*>${title}</a>`));
    }
  });

  it('leads a newcomer to the first lesson', () => {
    expect(firstVisit).toMatch(/<a[^>]*href="\/normal-forms\/1nf"[^>]*>Start with the first lesson<\/a>/);
  });

  it('leads a learner back to where they were, and says how far they are', () => {
    const resume = { lessonId: 'normal-forms/2nf', lessonTitle: 'Part of a key', stepId: 'split', stepTitle: 'Split' };
    const passedSteps = { 'normal-forms/1nf': ['see', 'split'], 'normal-forms/2nf': ['see'] };
    const html = renderToStaticMarkup(
      <HomePage course={course} passedSteps={passedSteps} resume={resume} Link={Link} labs={null} links={links} />,
    );
    expect(html).toMatch(/<a[^>]*href="\/normal-forms\/2nf#split"[^>]*>Continue where I was<\/a>/);
    expect(html).toContain('Finished');
    expect(html).toContain('1 of 2 steps');
  });
});
