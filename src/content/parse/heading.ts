import type { Heading } from 'mdast';
import type { Place } from '#content/lesson.ts';
import { isEverywhere } from './id-everywhere.ts';
import { placeOfNode, plainText } from './markdown-tree.ts';
import type { Report } from './report.ts';

export interface StepHeading {
  readonly id: string;
  readonly title: string;
  readonly place: Place;
}

/** Reads `## Title {#id}`. Without `{#id}` the id is the title's slug, as GitHub makes it. */
export function readStepHeading(node: Heading, report: Report): StepHeading {
  const place = placeOfNode(node);
  const whole = plainText(node).trim();
  const [, title = whole, givenId] = /^(.*?)\s*\{#([^}]*)\}$/s.exec(whole) ?? [];
  const id = givenId ?? slug(title);
  const stray = /\{#[^}]*\}/.exec(title)?.[0];
  if (stray !== undefined) report(place, `The id \`${stray}\` must stand at the end of the title, and only one.`);
  if (title === '') report(place, 'The step has no title: words are missing after `##`.');
  if (givenId !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(givenId)) {
    report(
      place,
      `The step's id \`{#${givenId}}\` must be letters, digits, hyphens and underscores, as in \`{#${slug(givenId) || 'my-step'}}\`.`,
    );
  } else if (id === '' && title !== '') {
    report(
      place,
      `The title "${title}" leaves nothing for an id; give the step one, as in \`## ${title} {#my-step}\`.`,
    );
  } else if (isEverywhere(id)) {
    report(
      place,
      `The id \`${id}\` is a word that JavaScript keeps for itself; give the step another, as in \`## ${title} {#${id}-step}\`.`,
    );
  }
  return { id, title, place };
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}
