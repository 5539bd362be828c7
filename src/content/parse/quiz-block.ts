import * as v from 'valibot';
import type { Quiz } from '#content/lesson.ts';
import { closedMap, flag, listOf, text } from '#content/yaml-schema.ts';
import { blockId } from './block-id.ts';
import type { Fence } from './fence.ts';
import type { ProseReader } from './prose.ts';
import type { Report } from './report.ts';
import { readYaml, validate } from './yaml-source.ts';

const option = closedMap({ text, right: v.exactOptional(flag, false), why: text });

const schema = closedMap({
  id: v.exactOptional(blockId),
  ask: text,
  options: v.pipe(
    listOf(option, 'options'),
    v.check((options) => options.length > 1, 'must offer at least two options to choose from.'),
    v.check((options) => options.some(({ right }) => right), 'hold no right answer: give at least one `right: true`.'),
  ),
});

/** Reads a `yaml quiz`; `earlier` are the quizzes that the step has already. */
export function parseQuiz(fence: Fence, earlier: readonly Quiz[], prose: ProseReader, report: Report): Quiz | null {
  const source = readYaml(fence.text, fence.place, report);
  if (source === null) return null;
  const quiz = validate(schema, source, { path: [], name: 'The quiz' }, report);
  if (quiz === null) return null;
  const id = quiz.id ?? `quiz-${earlier.length + 1}`;
  if (earlier.some((other) => other.id === id)) {
    report(source.placeOf(['id']), `The id \`${id}\` is taken by another quiz of this step.`);
  }
  return {
    id,
    ask: prose.readText(quiz.ask, source.placeOf(['ask'])),
    options: quiz.options.map(({ right, ...words }, index) => ({
      text: prose.readText(words.text, source.placeOf(['options', index, 'text'])),
      right,
      why: prose.readText(words.why, source.placeOf(['options', index, 'why'])),
    })),
    place: fence.opening,
  };
}
