import { parseLesson, type ParsedLesson } from '#content/parse-lesson.ts';
import { payloadFamilies, readPayloads } from './corpus.ts';
import { check, hint, lessonSource, paperLab, prosePlaces, quiz, tableLab, type Place } from './places.ts';

/** Where a browser finds the lesson that says every payload in hints, quizzes and the messages of checks. */
export const wordsLesson = 'payloads/words';

/** Paths and texts of a course that holds, in every place that takes it, each payload that is no error there. */
export function payloadCourse(): ReadonlyMap<string, string> {
  const families = [...payloadFamilies()].map(([name, payloads]) => ({
    file: `${name.replaceAll(' ', '-')}.md`,
    text: familyLesson(payloads.map(({ text }) => text)),
  }));
  const all = readPayloads().map(({ text }) => text);
  const outline = {
    title: `Payloads ${all.join(' ')}`,
    tracks: [
      {
        id: 'payloads',
        title: all.join(' '),
        summary: all.join(' '),
        lessons: [...families.map(({ file }) => file), 'words.md'],
      },
    ],
  };
  return new Map([
    ['course.yaml', JSON.stringify(outline)],
    ['payloads/words.md', wordsSource([...payloadFamilies().values()].map((each) => each.map(({ text }) => text)))],
    ...families.map(({ file, text }) => [`payloads/${file}`, text] as const),
  ]);
}

/** Title and summary are shown as text, so that all payloads can stand in them; so can a step's. */
function familyLesson(payloads: readonly string[]): string {
  const prose = Object.values(prosePlaces).flatMap((place) => payloads.map(place).filter(isSound));
  const steps = payloads
    .map((words, index) => `## ${words.replaceAll('\n', ' ')} {#s-${index}}`)
    .filter((heading) => isSound(heading));
  const words = payloads.join(' ');
  return lessonSource(soundTogether([...prose, ...steps]).join('\n\n'), { title: words, summary: words });
}

/** Without those that are no errors alone and become so beside the others: labels that are taken, mostly. */
function soundTogether(pieces: readonly string[]): readonly string[] {
  const { problems } = read(pieces.join('\n\n'));
  if (problems.length === 0) return pieces;
  let line = lessonSource('').split('\n').length - 1;
  const left = pieces.filter((piece) => {
    const start = line;
    line += piece.split('\n').length + 1;
    return !problems.some((problem) => start <= problem.line && problem.line < line);
  });
  if (left.length === pieces.length) throw new Error(problems.map(({ message }) => message).join('\n'));
  return soundTogether(left);
}

const inStep = (body: string): boolean => isSound(`## Step\n\n${body}`);
const asks: Place = (words) => quiz(words, 'No.');

/** One hint and one quiz a family: a browser test has to ask for each of them. */
function wordsSource(families: readonly (readonly string[])[]): string {
  const takenBy = (place: Place): readonly string[][] =>
    families.map((payloads) => payloads.filter((words) => inStep(place(words)))).filter(({ length }) => length > 0);
  const hints = takenBy(hint).map((payloads) => hint(payloads.join('\n\n')));
  const quizzes = takenBy(asks).map((payloads) => quiz(...payloads, 'No.'));
  const checks = families.flat().map(check);
  const labs = [
    ...takenBy(paperLab).map((payloads, index) => paperLab(...payloads).replace('\n', `\nid: lab-${index}\n`)),
    ...families.flat().map((words) => tableLab(words)),
  ].filter(inStep);
  const answer = '~~~sql starter\nselect 1;\n~~~\n\n~~~sql solution\nselect 2;\n~~~';
  return lessonSource(
    [
      '## Words {#words}',
      answer,
      ...checks,
      ...hints.filter(inStep),
      '## Questions {#quiz}',
      ...quizzes,
      '## Labs {#labs}',
      ...labs,
    ].join('\n\n'),
  );
}

/** Whether the format takes `body` as it stands, dead links included. */
function isSound(body: string): boolean {
  const { problems, references } = read(body);
  return problems.length === 0 && references.links.length === 0;
}

function read(body: string): ParsedLesson {
  return parseLesson(lessonSource(body), { file: 'payload.md', id: 'payloads/payload' });
}
