import type { RootContent } from 'mdast';
import type { Lesson, Place, Problem, Step } from './lesson.ts';
import { tableLabsOf } from './grade-labs.ts';
import { readDefinitions } from './parse/definitions.ts';
import { parseFrontMatter, splitFrontMatter, type FrontMatter } from './parse/front-matter.ts';
import { readStepHeading, type StepHeading } from './parse/heading.ts';
import { publishedLabs, type KnownLabs } from './parse/known-labs.ts';
import { createLabReader } from './parse/lab-reader.ts';
import { parseMarkdown } from './parse/markdown-tree.ts';
import type { LessonLink } from './parse/prose-links.ts';
import { createProseReader, type ProseReader } from './parse/prose.ts';
import { reportInto, type Report } from './parse/report.ts';
import { parseIntroduction, parseStep, type SectionSource } from './parse/section.ts';
import { closeFences } from './parse/unclosed-fences.ts';

export interface ParsedLesson {
  /** Complete and sound when there is no problem; otherwise as much of it as could be read. */
  readonly lesson: Lesson;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** What it refers to in other files, with the places to name when that is missing. */
  readonly references: LessonReferences;
}

export interface LessonReferences {
  readonly links: readonly LessonLink[];
  readonly datasetPlace: Place;
  readonly continuesPlace: Place;
}

/**
 * Reads one lesson and everything that can be said about it without another file. `file` is what problems call it, `id`
 * is `<track>/<lesson>`, `labs` are those it may name. It goes on after every problem, so that an author sees all of them at once.
 */
export function parseLesson(
  source: string,
  { file, id }: { readonly file: string; readonly id: string },
  labs: KnownLabs = publishedLabs,
): ParsedLesson {
  const problems: Problem[] = [];
  const report = reportInto(problems, file);
  const { yaml, body } = splitFrontMatter(source.replace(/^\u{feff}/u, '').replaceAll(/\r\n?/g, '\n'), report);
  const frontMatter = yaml === null ? null : parseFrontMatter(yaml, report);
  const markdown = closeFences(body, report);
  const root = parseMarkdown(markdown);
  const lines = markdown.split('\n');
  const prose = createProseReader({ lessonId: id, lines, definitions: readDefinitions(root, report), report });
  const { introduction, steps } = splitIntoSteps(root.children, prose, report);
  const section: SectionSource = { lines, prose, labs: createLabReader(labs, report), report };
  const lesson = {
    id,
    file,
    ...(frontMatter?.value ?? emptyFrontMatter),
    introduction: parseIntroduction(introduction, section),
    steps: steps.map(({ heading, content }) => parseStep(heading, content, section)),
  };
  reportDoubledSteps(lesson.steps, report);
  reportClosedPanels(lesson, report);
  const placeOfKey = (key: string): Place => frontMatter?.source.placeOf([key]) ?? { line: 1, column: 1 };
  return {
    lesson,
    problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
    references: {
      links: prose.links,
      datasetPlace: placeOfKey('dataset'),
      continuesPlace: placeOfKey('continues'),
    },
  };
}

const emptyFrontMatter: FrontMatter = {
  title: '',
  summary: '',
  minutes: 0,
  dataset: null,
  continues: null,
  panels: [],
};

interface StepSource {
  readonly heading: StepHeading;
  readonly content: RootContent[];
}

function splitIntoSteps(
  nodes: readonly RootContent[],
  prose: ProseReader,
  report: Report,
): { readonly introduction: readonly RootContent[]; readonly steps: readonly StepSource[] } {
  const introduction: RootContent[] = [];
  const steps: StepSource[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2) {
      prose.inspectHeading(node);
      steps.push({ heading: readStepHeading(node, report), content: [] });
    } else {
      (steps.at(-1)?.content ?? introduction).push(node);
    }
  }
  return { introduction, steps };
}

function reportDoubledSteps(steps: readonly Step[], report: Report): void {
  for (const [index, { id, title, place }] of steps.entries()) {
    const first = steps.findIndex((step) => step.id === id);
    if (id === '' || first === index) continue;
    const line = steps[first]?.place.line ?? 0;
    report(
      place,
      `The id \`${id}\` is taken by the step in line ${line}; give this one its own, as in \`## ${title} {#${id}-2}\`.`,
    );
  }
}

/** A lab on a table opens in a panel, which has to be there. */
function reportClosedPanels({ panels, steps }: Lesson, report: Report): void {
  if (panels.length === 0) return;
  for (const { panel, place } of steps.flatMap(tableLabsOf)) {
    if (panels.includes(panel)) continue;
    report(place, `This lab opens in the panel \`${panel}\`: name it in the lesson’s \`panels\`.`);
  }
}
