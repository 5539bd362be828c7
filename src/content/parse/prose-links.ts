import type { Place } from '#content/lesson.ts';

/** A link from one lesson to another, or to a step of its own; whether it leads anywhere shows beside the other files. */
export interface LessonLink {
  readonly url: string;
  readonly lesson: string;
  readonly step: string | null;
  readonly place: Place;
}

export type LinkTarget =
  | { readonly kind: 'web' }
  | { readonly kind: 'lesson'; readonly lesson: string; readonly step: string | null }
  | { readonly kind: 'refused'; readonly reason: string };

/** What `url`, written in the lesson `from` (`<track>/<lesson>`), leads to. */
export function readLink(url: string, from: string): LinkTarget {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    return ['http', 'https', 'mailto'].includes(scheme)
      ? { kind: 'web' }
      : { kind: 'refused', reason: `links may start with \`https:\`, \`http:\` or \`mailto:\`; found \`${scheme}:\`` };
  }
  if (url.startsWith('//')) return { kind: 'refused', reason: 'write the whole address, with `https:`' };
  const [path = '', fragment] = url.split(/#(.*)/s);
  const step = fragment === undefined || fragment === '' ? null : decode(fragment);
  if (path === '') {
    return step === null ? { kind: 'refused', reason: 'it is empty' } : { kind: 'lesson', lesson: from, step };
  }
  if (path.startsWith('/') || !path.endsWith('.md')) {
    return {
      kind: 'refused',
      reason: 'links between lessons are relative and end in `.md`, as in `../track/lesson.md`',
    };
  }
  const lesson = resolve(from, decode(path).slice(0, -'.md'.length));
  return lesson === null ? { kind: 'refused', reason: 'it leads out of the course' } : { kind: 'lesson', lesson, step };
}

function resolve(from: string, path: string): string | null {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the text as it stands is the best reading.
    return text;
  }
}
