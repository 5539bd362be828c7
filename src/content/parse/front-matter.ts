import * as v from 'valibot';
import { panelNames, type Lesson } from '#content/lesson.ts';
import { closedMap, isPlainMap, listOf, mustBe, oneOf, text } from '#content/yaml-schema.ts';
import type { Report } from './report.ts';
import { readYaml, validate, type YamlSource } from './yaml-source.ts';

export type FrontMatter = Pick<Lesson, 'title' | 'summary' | 'minutes' | 'dataset' | 'continues' | 'panels'>;

const lessonId = v.pipe(
  text,
  v.regex(/^[^\s/]+\/[^\s/]+$/, mustBe('the id of a lesson, `<track>/<lesson>`')),
  v.check((id) => !id.endsWith('.md'), mustBe('the id of a lesson, `<track>/<lesson>` without `.md`')),
);

const datasetName = v.pipe(
  text,
  v.regex(/^[\w-]+$/, mustBe('the name of a file in `datasets/`, without folder and without `.sql`')),
);

const minutes = v.pipe(
  v.number(mustBe('a whole number of minutes')),
  v.check((value) => Number.isInteger(value) && value > 0, mustBe('a whole number of minutes above zero')),
);

const schema = closedMap({
  title: text,
  summary: text,
  minutes,
  dataset: v.exactOptional(datasetName),
  continues: v.exactOptional(lessonId),
  panels: v.exactOptional(listOf(oneOf(panelNames), 'panels')),
});

interface SplitSource {
  /** Null where the file does not open with front matter. */
  readonly yaml: string | null;
  /** The whole file with the front matter blanked, so that every line keeps its number. */
  readonly body: string;
}

/** Takes the front matter off a lesson's source, whose line ends are `\n`. */
export function splitFrontMatter(source: string, report: Report): SplitSource {
  const lines = source.split('\n');
  if (lines[0]?.trimEnd() !== '---') {
    report(
      { line: 1, column: 1 },
      'The lesson must open with front matter: a line of `---`, then `title`, `summary` and `minutes`, then `---`.',
    );
    return { yaml: null, body: source };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) {
    report({ line: 1, column: 1 }, 'The front matter opened here is never closed: a second line of `---` is missing.');
    return { yaml: null, body: '' };
  }
  return {
    yaml: lines.slice(1, end).join('\n'),
    body: lines.map((line, index) => (index <= end ? '' : line)).join('\n'),
  };
}

export interface FrontMatterSource {
  readonly value: FrontMatter;
  /** For problems that show only beside other files. */
  readonly source: YamlSource;
}

/** Null where it is no YAML. Where a key is wrong, that is reported and the rest still stands, for what refers to it. */
export function parseFrontMatter(yaml: string, report: Report): FrontMatterSource | null {
  const source = readYaml(yaml, { line: 2, column: 1 }, report);
  if (source === null) return null;
  const valid = validate(schema, source, { path: [], name: 'The front matter' }, report);
  if (valid === null) return { value: salvage(source.value), source };
  const { dataset = null, continues = null, panels = [], ...others } = valid;
  if (dataset !== null && continues !== null) {
    report(
      source.placeOf(['dataset'], 'key'),
      'A lesson starts from a `dataset` or `continues` another lesson; it cannot do both.',
    );
  }
  const twice = panels.findIndex((panel, index) => panels.indexOf(panel) !== index);
  if (twice !== -1) report(source.placeOf(['panels', twice]), `\`panels\` names \`${panels[twice]}\` twice.`);
  return { value: { ...others, dataset, continues, panels }, source };
}

function salvage(value: unknown): FrontMatter {
  const { title, dataset, continues } = isPlainMap(value) ? value : {};
  return {
    title: v.is(text, title) ? title : '',
    summary: '',
    minutes: 0,
    dataset: v.is(datasetName, dataset) ? dataset : null,
    continues: v.is(lessonId, continues) ? continues : null,
    panels: [],
  };
}
