import { describe, expect, it } from 'vitest';
import { payloadFamilies, readPayloads } from '#scripts/payloads/corpus.ts';
import {
  check,
  hint,
  lessonSource,
  paperLab,
  prosePlaces,
  quiz,
  tableLab,
  type Place,
} from '#scripts/payloads/places.ts';
import { treesOf, unsafeParts } from '#scripts/payloads/unsafe-parts.ts';
import { toyLabs } from './fixtures/toy-lab.ts';
import { goalsOf } from './grade-labs.ts';
import { publishedLabs, type KnownLabs } from './parse/known-labs.ts';
import { parseLesson } from './parse-lesson.ts';

const payloads = readPayloads().map(({ text }) => text);

const labs: KnownLabs = { ...toyLabs, cards: new Map([...toyLabs.cards, ...publishedLabs.cards]) };

function read(source: string) {
  return parseLesson(source, { file: 'lessons/t/l.md', id: 't/l' }, labs);
}

const inStep =
  (place: Place): Place =>
  (words) =>
    lessonSource(`## Step\n\n${place(words)}`);

const labGoal: Place = (words) => {
  const goal = `{ name: waitMs, is: '<= 2', says: ${JSON.stringify(words)} }`;
  return `~~~yaml lab\nlab: counter\ngoal: [${goal}]\nsolution: { tills: 10 }\n~~~`;
};

const solution = '\n\n~~~sql solution\nselect 1\n~~~';

const places: Readonly<Record<string, Place>> = {
  ...Object.fromEntries(
    Object.entries(prosePlaces).map(([name, place]) => [name, (words) => lessonSource(place(words))]),
  ),
  'a hint': inStep(hint),
  'a quiz': inStep((words) => quiz(words, 'No.')),
  'a check’s message': inStep((words) => check(words) + solution),
  'the id of a check': inStep(
    (words) => `~~~yaml check\n- accepts: {sql: x}\n  id: ${JSON.stringify(words)}\n~~~${solution}`,
  ),
  'a lab’s goal': inStep(labGoal),
  'an attribute of a lab on paper': inStep(paperLab),
  'the table of a lab': inStep(tableLab),
  'the title of a step': (words) => lessonSource(`## ${words.replaceAll('\n', ' ')}`),
  'the id of a step': (words) => lessonSource(`## Step {#${words.replaceAll('\n', ' ')}}`),
  'the title of the lesson': (words) => lessonSource('', { title: words }),
  'the summary of the lesson': (words) => lessonSource('', { summary: words }),
  'the name of the dataset': (words) =>
    `---\ntitle: T\nsummary: S.\nminutes: 1\ndataset: ${JSON.stringify(words)}\n---\n`,
};

/** What is amiss with how the lesson is read: unsafe elements, and problems that stand elsewhere or say nothing. */
function faultsOf(place: Place, words: string): readonly string[] {
  const { lesson, problems } = read(place(words));
  const unsafe = treesOf(lesson).flatMap(unsafeParts);
  if (problems.length === 0) return unsafe;
  const mark = 'wordsmark';
  const lines = place(mark).split('\n');
  const start = lines.findIndex((line) => line.includes(mark)) + 1;
  const end = lines.findLastIndex((line) => line.includes(mark)) + words.split('\n').length + 1;
  return problems
    .filter(({ line, message }) => line < start || line > end || !/^[A-Z`].*[.?]$/s.test(message))
    .map(({ line, message }) => `${line}: ${message}`);
}

describe('a lesson', () => {
  it.each([...payloadFamilies()])('refuses or shows each of the family %s', (_, family) => {
    const verdicts = family.map(({ text, isRefused }) => ({ text, isRefused }));
    expect(family.map(({ text }) => ({ text, isRefused: read(lessonSource(text)).problems.length > 0 }))).toEqual(
      verdicts,
    );
  });

  it.each(Object.entries(places))('is safe, or is refused at the line, with every payload in %s', (_, place) => {
    const faults = payloads.map((words) => [words, faultsOf(place, words)] as const);
    expect(faults.filter(([, found]) => found.length > 0)).toEqual([]);
  });

  it('keeps its title, its summary and its messages as they are: they are shown as text', () => {
    const kept = payloads.map((words) => {
      const { title, summary } = read(lessonSource('', { title: words, summary: words })).lesson;
      const says = read(inStep((text) => check(text) + solution)(words)).lesson.steps[0]?.checks[0]?.says;
      const [goal] = read(inStep(labGoal)(words)).lesson.steps.flatMap(goalsOf);
      return [title, summary, says, goal?.says];
    });
    expect(kept).toEqual(payloads.map((words) => [words, words, words, words]));
  });

  it('holds at least 150 known payloads against this', () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(150);
  });
});

describe('the look for what is unsafe', () => {
  it.each([
    ['script', {}, '<script>'],
    ['img', { src: 'x' }, '<img>'],
    ['p', { onClick: 'x' }, '<p onClick>'],
    ['p', { style: 'x' }, '<p style>'],
    ['span', { className: ['hljs-string', 'sheet'] }, '<span class=sheet>'],
    ['a', { href: 'javascript:alert(1)' }, '<a href=javascript:alert(1)>'],
    ['a', { href: 'java\tscript:alert(1)' }, '<a href=java\tscript:alert(1)>'],
    ['a', { href: '//evil.example/' }, '<a href=//evil.example/>'],
    ['a', { href: '\\\\evil.example/' }, '<a href=\\\\evil.example/>'],
    ['a', { href: 'data:text/html,x' }, '<a href=data:text/html,x>'],
  ])('finds <%s> with %o', (tagName, properties, found) => {
    expect(unsafeParts({ type: 'element', tagName, properties, children: [] })).toEqual([found]);
  });

  it.each(['#step', 'l.md', '../t/l.md#x', 'https://example.org/', 'mailto:a@example.org'])('lets %s pass', (href) => {
    expect(unsafeParts({ type: 'element', tagName: 'a', properties: { href }, children: [] })).toEqual([]);
  });
});
