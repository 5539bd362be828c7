import type { Element, Root } from 'hast';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parseLesson } from '#content/parse-lesson.ts';
import { LessonLinkContext, type LessonLinkProps } from './lesson-link.ts';
import { Prose, ProseLine } from './prose.tsx';

function element(tagName: string, properties: Element['properties'], ...children: (Element | string)[]): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

function root(...children: Element[]): Root {
  return { type: 'root', children };
}

function Link({ lessonId, stepId, children }: LessonLinkProps) {
  return <a href={`/lessons/${lessonId}${stepId === undefined ? '' : `#${stepId}`}`}>{children}</a>;
}

function show(content: Root, under: 1 | 2 = 2): string {
  return renderToStaticMarkup(
    <LessonLinkContext value={Link}>
      <Prose content={content} under={under} />
    </LessonLinkContext>,
  );
}

describe('a link in the prose', () => {
  it('to a lesson stays in the app', () => {
    const properties = { href: '2nf.md#prove', dataLesson: 'normal-forms/2nf', dataStep: 'prove' };
    expect(show(root(element('a', properties, '2NF')))).toContain('<a href="/lessons/normal-forms/2nf#prove">2NF</a>');
  });

  it('to a step of the same lesson needs no app', () => {
    const properties = { href: '#prove', dataLesson: 'normal-forms/1nf', dataStep: 'prove' };
    expect(show(root(element('a', properties, 'below')))).toContain('<a href="#prove">below</a>');
  });

  it('leads from an author’s Markdown to where it says', () => {
    const source = `---
title: First normal form
summary: One value in each cell.
minutes: 8
---

Go on to [2NF](2nf.md) or its [proof](../normal-forms/2nf.md#prove), or look [below](1nf.md#split).

## Split {#split}
`;
    const { lesson } = parseLesson(source, { file: 'lessons/normal-forms/1nf.md', id: 'normal-forms/1nf' });
    const [block] = lesson.introduction.blocks;
    expect(block?.kind === 'prose' && show(block.content)).toContain(
      '<p>Go on to <a href="/lessons/normal-forms/2nf">2NF</a> or its ' +
        '<a href="/lessons/normal-forms/2nf#prove">proof</a>, or look <a href="#split">below</a>.</p>',
    );
  });

  it('out of the course opens a new tab and says so', () => {
    const shown = show(root(element('a', { href: 'https://www.postgresql.org/' }, 'PostgreSQL')));
    expect(shown).toMatch(/<a href="https:\/\/www.postgresql.org\/" target="_blank" rel="noreferrer">PostgreSQL/);
    expect(shown).toContain('opens in a new tab');
  });
});

describe('headings in the prose', () => {
  it.each([
    [1, 'h2'],
    [2, 'h3'],
  ] as const)('under a heading of level %i begin with %s', (under, tagName) => {
    expect(show(root(element('h3', {}, 'Why')), under)).toContain(`<${tagName}>Why</${tagName}>`);
  });
});

describe('wide parts of the prose', () => {
  it.each(['table', 'pre'])('scroll by themselves: %s', (tagName) => {
    expect(show(root(element(tagName, {})))).toMatch(/^<div[^>]*><section[^>]* tabindex="0">/i);
  });
});

describe('prose in a line', () => {
  it('has no paragraph where HTML allows none', () => {
    const content = root(element('p', {}, 'Which ', element('code', {}, 'id'), '?'));
    expect(renderToStaticMarkup(<ProseLine content={content} />)).toBe('Which <code>id</code>?');
  });
});
