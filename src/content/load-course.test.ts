import { describe, expect, it } from 'vitest';
import { filesInMemory } from '#content/fixtures/files-in-memory.ts';
import { loadCourse, loadLoneLessons } from './load-course.ts';

const frontMatter = (extra = ''): string => `---\ntitle: T\nsummary: S.\nminutes: 1\n${extra}---\n`;

function lesson(setup: string, solution: string, extra = ''): string {
  return `${frontMatter(extra)}\n\`\`\`sql setup\n${setup}\n\`\`\`\n\n## Step\n\n\`\`\`sql solution\n${solution}\n\`\`\`\n\n\`\`\`yaml check\n- answer:\n\`\`\`\n`;
}

const courseFile = `title: Course
tracks:
  - id: track
    title: Track
    summary: All of it.
    lessons:
      - one.md
      - two.md
`;

const course = {
  'course.yaml': courseFile,
  'datasets/shop.sql': 'dataset',
  'track/one.md': lesson('setup 1', 'solution 1', 'dataset: shop\n'),
  'track/two.md': lesson('setup 2', 'solution 2', 'continues: track/one\n'),
  'README.md': 'For authors.',
};

async function problemsOf(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { problems, lessons } = await loadCourse(filesInMemory(texts));
  return [...problems, ...lessons.flatMap((each) => each.problems)].map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );
}

describe('loadCourse', () => {
  it('lists tracks, lessons and steps in order', async () => {
    const loaded = await loadCourse(filesInMemory(course));
    const summary = { title: 'T', summary: 'S.', minutes: 1, steps: [{ id: 'step', title: 'Step' }] };
    expect(loaded.course).toEqual({
      title: 'Course',
      tracks: [
        {
          id: 'track',
          title: 'Track',
          summary: 'All of it.',
          lessons: [
            { id: 'track/one', ...summary },
            { id: 'track/two', ...summary },
          ],
        },
      ],
    });
    expect(loaded.problems).toEqual([]);
    expect(loaded.lessons.map(({ problems }) => problems)).toEqual([[], []]);
  });

  it('flattens the dataset and the continued lesson into the opening', async () => {
    const { lessons } = await loadCourse(filesInMemory(course));
    expect(lessons.map(({ bundle }) => bundle?.opening.map(({ role, sql }) => `${role}: ${sql}`))).toEqual([
      ['dataset: dataset'],
      ['dataset: dataset', 'setup: setup 1', 'solution: solution 1'],
    ]);
    expect(lessons[1]?.bundle?.opening.map(({ file, place }) => [file, place.line])).toEqual([
      ['lessons/datasets/shop.sql', 1],
      ['lessons/track/one.md', 9],
      ['lessons/track/one.md', 15],
    ]);
  });

  it('parses again only what has changed', async () => {
    const before = await loadCourse(filesInMemory(course));
    const changed = { ...course, 'track/two.md': lesson('setup 2', 'another solution', 'continues: track/one\n') };
    const after = await loadCourse(filesInMemory(changed), before);
    expect(after.lessons[0]?.lesson).toBe(before.lessons[0]?.lesson);
    expect(after.lessons[1]?.lesson.steps[0]?.solution?.sql).toBe('another solution');
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a course without its file',
      { 'track/one.md': frontMatter() },
      ['lessons/course.yaml:1:1 There is no `course.yaml`, which gives the course its title and lists its tracks.'],
    ],
    [
      'a listed file that is missing',
      { ...course, 'course.yaml': courseFile.replace('two.md', 'tow.md') },
      [
        'lessons/course.yaml:8:9 There is no file `lessons/track/tow.md`. Did you mean `track/two`?',
        'lessons/track/two.md:1:1 No track lists this lesson: add `two.md` to the `lessons` of the track `track` in `course.yaml`.',
      ],
    ],
    [
      'a folder that is no track',
      { ...course, 'trakc/three.md': frontMatter() },
      [
        'lessons/trakc/three.md:1:1 No track lists this lesson: there is no track `trakc` in `course.yaml`. Did you mean `track`?',
      ],
    ],
    [
      'a file out of place',
      { ...course, 'four.md': frontMatter() },
      [
        'lessons/four.md:1:1 A lesson stands in the folder of its track, as in `<track>/<lesson>.md`; no track can list this file.',
      ],
    ],
    [
      'a lesson and a track that stand there twice',
      {
        ...course,
        'course.yaml': `${courseFile}      - one.md\n  - { id: track, title: T, summary: S, lessons: [two.md] }\n`,
      },
      [
        'lessons/course.yaml:10:11 The track `track` stands here a second time.',
        'lessons/course.yaml:9:9 The lesson `track/one` is listed a second time.',
        'lessons/course.yaml:10:50 The lesson `track/two` is listed a second time.',
      ],
    ],
    [
      'keys and values that do not belong',
      {
        ...course,
        'course.yaml': courseFile.replace('summary:', 'sumary:').replace('one.md', 'track/one'),
      },
      [
        'lessons/course.yaml:7:9 Item 1 of `lessons` must be the name of a file in the track\'s folder, such as `1nf.md`; found "track/one".',
        'lessons/course.yaml:5:5 Item 1 of `tracks` has an unknown key `sumary`; known are `id`, `title`, `summary` and `lessons`. Did you mean `summary`?',
      ],
    ],
    [
      'a circle behind the lesson that is continued',
      { ...course, 'track/one.md': lesson('', '', 'continues: track/two\n') },
      [
        'lessons/track/one.md:5:12 `continues` leads round in a circle: `track/one` → `track/two` → `track/one`.',
        'lessons/track/two.md:5:12 `continues` leads round in a circle: `track/two` → `track/one` → `track/two`.',
      ],
    ],
    [
      'a missing dataset of the lesson that is continued',
      { ...course, 'track/one.md': lesson('', '', 'dataset: stop\n') },
      [
        'lessons/track/one.md:5:10 There is no dataset `stop`: `datasets/stop.sql` is missing. Did you mean `shop`?',
        'lessons/track/two.md:5:12 There is no dataset `stop` for `track/one`: `datasets/stop.sql` is missing. Did you mean `shop`?',
      ],
    ],
  ])('reports %s', async (_, texts, expected) => {
    expect(await problemsOf(texts)).toEqual(expected);
  });
});

describe('loadLoneLessons', () => {
  it('reads lessons without a course', async () => {
    const lessons = await loadLoneLessons(filesInMemory(course), ['track/two', 'track/nine']);
    expect(lessons.map(({ id, problems, bundle }) => [id, problems, bundle?.opening.length])).toEqual([
      ['track/two', [], 3],
    ]);
  });
});
