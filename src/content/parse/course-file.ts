import * as v from 'valibot';
import type { Place } from '#content/lesson.ts';
import { closedMap, listOf, mustBe, text } from '#content/yaml-schema.ts';
import type { Report } from './report.ts';
import { readYaml, validate } from './yaml-source.ts';

/** What `course.yaml` says, before any lesson is looked at. */
export interface CourseOutline {
  readonly title: string;
  readonly tracks: readonly TrackOutline[];
}

export interface TrackOutline {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly { readonly id: string; readonly place: Place }[];
}

const track = closedMap({
  id: v.pipe(text, v.regex(/^[\w-]+$/, mustBe('the name of a folder: letters, digits, hyphens and underscores'))),
  title: text,
  summary: text,
  lessons: listOf(
    v.pipe(text, v.regex(/^[^/]+\.md$/, mustBe("the name of a file in the track's folder, such as `1nf.md`"))),
    'lessons',
  ),
});

const schema = closedMap({ title: text, tracks: listOf(track, 'tracks') });

/** Null, after a report, where the course cannot be made out. */
export function parseCourseFile(source: string, report: Report): CourseOutline | null {
  const yaml = readYaml(source, { line: 1, column: 1 }, report);
  const course = yaml && validate(schema, yaml, { path: [], name: '`course.yaml`' }, report);
  if (yaml === null || course === null) return null;
  const tracks = course.tracks.map(({ lessons, ...rest }, index) => ({
    ...rest,
    lessons: lessons.map((name, position) => ({
      id: `${rest.id}/${name.slice(0, -'.md'.length)}`,
      place: yaml.placeOf(['tracks', index, 'lessons', position]),
    })),
  }));
  for (const [index, { id }] of tracks.entries()) {
    if (tracks.findIndex((other) => other.id === id) === index) continue;
    report(yaml.placeOf(['tracks', index, 'id']), `The track \`${id}\` stands here a second time.`);
  }
  const seen = new Set<string>();
  for (const { id, place } of tracks.flatMap(({ lessons }) => lessons)) {
    if (seen.has(id)) report(place, `The lesson \`${id}\` is listed a second time.`);
    seen.add(id);
  }
  return { title: course.title, tracks };
}
