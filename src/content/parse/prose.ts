import type { Root } from 'hast';
import type { Definition, Heading, Link, LinkReference, Nodes, RootContent } from 'mdast';
import type { Place } from '#content/lesson.ts';
import { readDefinitions } from './definitions.ts';
import { readFence } from './fence.ts';
import { parseMarkdown, placeOfNode, walk } from './markdown-tree.ts';
import { misreadIn } from './misread.ts';
import { readLink, type LessonLink } from './prose-links.ts';
import { renderProse } from './render-prose.ts';
import type { Report } from './report.ts';

/** Turns the Markdown of one lesson into safe elements, reports what a lesson may not hold, and gathers its links. */
export interface ProseReader {
  readonly links: readonly LessonLink[];
  read(content: readonly RootContent[]): Root;
  /** Reports and gathers the same of a heading, of which only the plain text is shown. */
  inspectHeading(heading: Heading): void;
  /** The same for Markdown inside YAML; every problem is reported at `place`. */
  readText(text: string, place: Place): Root;
}

export interface ProseSource {
  readonly lessonId: string;
  readonly lines: readonly string[];
  readonly definitions: readonly Definition[];
  readonly report: Report;
}

/** A piece of Markdown, and what it takes to follow it. */
interface Passage extends Pick<ProseSource, 'lines' | 'definitions'> {
  readonly content: readonly RootContent[];
  /** Where in the file a place of the passage is. */
  readonly inFile: (place: Place) => Place;
}

export function createProseReader({ lessonId, lines, definitions, report }: ProseSource): ProseReader {
  const links: LessonLink[] = [];

  function follow(node: Link | LinkReference, { definitions: known }: Passage, place: Place): void {
    const url = node.type === 'link' ? node.url : known.find((each) => each.identifier === node.identifier)?.url;
    if (url === undefined) return;
    const target = readLink(url, lessonId);
    if (target.kind === 'refused') report(place, `The link \`${url}\` cannot be followed: ${target.reason}.`);
    if (target.kind === 'lesson') links.push({ url, lesson: target.lesson, step: target.step, place });
  }

  function inspect(passage: Passage): void {
    const reportHere: Report = (place, message) => report(passage.inFile(place), message);
    for (const node of passage.content.flatMap((each) => [...walk(each)])) {
      const place = passage.inFile(placeOfNode(node));
      if (node.type === 'link' || node.type === 'linkReference') follow(node, passage, place);
      const isAtWork = node.type === 'code' && typeof readFence(node, passage.lines, reportHere) === 'object';
      const complaint = isAtWork ? atWorkInside : complaintAbout(node);
      if (complaint !== null) report(place, complaint);
      for (const misread of misreadIn(node)) reportHere(misread.place, misread.message);
    }
  }

  function read(passage: Passage): Root {
    inspect(passage);
    return renderProse({ lessonId, content: passage.content, definitions: passage.definitions });
  }

  const body = { lines, definitions, inFile: (place: Place) => place };
  return {
    links,
    read: (content) => read({ ...body, content }),
    inspectHeading: ({ children }) => inspect({ ...body, content: children }),
    readText(text, place) {
      const root = parseMarkdown(text);
      const own = readDefinitions(root, (_, message) => report(place, message));
      return read({ content: root.children, lines: text.split('\n'), definitions: own, inFile: () => place });
    },
  };
}

const atWorkInside =
  'A fence with a role must stand by itself at the left margin; this one stands inside a list, a quote or other text.';

function complaintAbout(node: Nodes): string | null {
  if (node.type === 'html') {
    return `Raw HTML is no part of a lesson; found \`${firstWords(node.value)}\`. Write Markdown, or put it in backticks.`;
  }
  if (node.type === 'image') {
    const isRemote = /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(node.url);
    return isRemote
      ? `A picture from elsewhere is refused, since a lesson fetches nothing; found \`${firstWords(node.url)}\`.`
      : `Pictures are not published with a lesson yet; found \`${firstWords(node.url)}\`.`;
  }
  if (node.type === 'imageReference') {
    return `Pictures are not published with a lesson yet; found \`![${node.alt ?? ''}]\`.`;
  }
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
    return `Footnotes are no part of a lesson; found \`[^${node.label ?? node.identifier}]\`.`;
  }
  if (node.type === 'heading' && node.depth === 1) {
    return 'The title of the lesson stands in its front matter, and a step begins with `##`; found a heading with one `#`.';
  }
  return null;
}

function firstWords(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`;
}
