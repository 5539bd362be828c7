import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { brokenLessons } from '#content/fixtures/broken-lessons.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const fixtures = 'src/content/fixtures';

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the gate as npm would, and waits for its end. */
function lessons(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const { CI: _, ...inherited } = process.env;
    const gate = spawn(process.execPath, ['--import', loader, 'scripts/lessons.ts', ...args], {
      cwd: root,
      env: { ...inherited, ...env },
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      gate[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
    }
    gate.on('close', (code) => resolve({ code, ...said }));
  });
}

interface ReportDocument {
  readonly ok: boolean;
  readonly lessons: readonly {
    readonly id: string;
    readonly file: string;
    readonly ok: boolean;
    readonly steps: readonly { readonly title: string; readonly ok: boolean }[];
    readonly problems: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  }[];
}

describe('npm run lessons', () => {
  it('says of every broken lesson where and why, and lets none keep the others from being checked', async () => {
    const { code, stdout, stderr } = await lessons([`${fixtures}/broken`, '--json'], { CI: 'true' });
    const document = JSON.parse(stdout) as ReportDocument;
    const problems = document.lessons.map(({ id, problems: all }) => [
      id.replace('broken/', ''),
      all.map(({ line, column, message }) => `${line}:${column} ${message}`),
    ]);
    expect(Object.fromEntries(problems)).toEqual(brokenLessons);
    expect(document.lessons.every(({ ok }) => !ok)).toBe(true);
    expect({ ok: document.ok, code }).toEqual({ ok: false, code: 1 });
    expect(document.lessons.find(({ id }) => id === 'broken/right-blocks-the-next')?.steps).toEqual([
      { title: 'Make lids', ok: true },
      { title: 'Fill them', ok: false },
    ]);
    const count = Object.values(brokenLessons).flat().length;
    expect(stderr.split('\n').filter((line) => line.startsWith('::error '))).toHaveLength(count);
    expect(stderr).toContain(
      `::error file=${fixtures}/broken/unknown-key.md,line=4,col=1::The front matter has an unknown key \`minuts\`;`,
    );
  }, 240_000);

  it('proves a course in order, and prints one document', async () => {
    const { code, stdout } = await lessons([`${fixtures}/course-ok`, '--json']);
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      lessons: [
        {
          id: 'basics/boxes',
          file: `${fixtures}/course-ok/basics/boxes.md`,
          ok: true,
          steps: [
            { title: 'Move a shelf', ok: true },
            { title: 'Split the table', ok: true },
            { title: 'Look around', ok: true },
          ],
          problems: [],
        },
        {
          id: 'basics/lids',
          file: `${fixtures}/course-ok/basics/lids.md`,
          ok: true,
          steps: [
            { title: 'Weigh', ok: true },
            { title: 'Make lids', ok: true },
          ],
          problems: [],
        },
        {
          id: 'basics/queue',
          file: `${fixtures}/course-ok/basics/queue.md`,
          ok: true,
          steps: [
            { title: 'Wait less', ok: true },
            { title: 'Keep them', ok: true },
            { title: 'Play', ok: true },
          ],
          problems: [],
        },
        {
          id: 'basics/paper',
          file: `${fixtures}/course-ok/basics/paper.md`,
          ok: true,
          steps: [
            { title: 'Write it down', ok: true },
            { title: 'Take the room out', ok: true },
            { title: 'Look at the table', ok: true },
          ],
          problems: [],
        },
      ],
    });
    expect(code).toBe(0);
  }, 120_000);

  it('says what is wrong with a course besides its lessons', async () => {
    const { code, stdout } = await lessons([`${fixtures}/course-broken`, '--json']);
    const document = JSON.parse(stdout) as ReportDocument;
    expect(document.lessons.map(({ id, ok, problems }) => [id, ok, ...problems.map(({ message }) => message)])).toEqual(
      [
        ['course', false, `There is no file \`${fixtures}/course-broken/track/oen.md\`. Did you mean \`track/one\`?`],
        [
          'stray',
          false,
          'A lesson stands in the folder of its track, as in `<track>/<lesson>.md`; no track can list this file.',
        ],
        [
          'track/one',
          false,
          'No track lists this lesson: add `one.md` to the `lessons` of the track `track` in `course.yaml`.',
        ],
      ],
    );
    expect(code).toBe(1);
  });

  it('tells someone at a terminal in words, and GitHub in its own', async () => {
    const { code, stdout } = await lessons([`${fixtures}/broken/doubled-key.md`], { CI: 'true' });
    expect(stdout.replaceAll(/\d+\.\d s/g, '0.0 s')).toBe(
      [
        'FAIL  broken/doubled-key  0 of 1 steps, 0.0 s',
        `      ${fixtures}/broken/doubled-key.md:21:5`,
        '        The key `sql` stands here a second time.',
        `::error file=${fixtures}/broken/doubled-key.md,line=21,col=5::The key \`sql\` stands here a second time.`,
        '1 of 1 fall short. 0.0 s',
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
  });

  it.each([
    [['no/such/lesson.md'], 'There is no file or folder no/such/lesson.md.'],
    [['package.json'], 'package.json is no lesson: a lesson is a Markdown file, `.md`.'],
    [[`${fixtures}/broken/datasets`], `The folder ${fixtures}/broken/datasets holds no lesson.`],
    [['--jsno'], "Unknown option '--jsno'."],
  ])('answers %o with one line and exit code 2', async (args, complaint) => {
    expect(await lessons(args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${complaint} Usage: npm run lessons -- [path…] [--json]\n`,
    });
  });
});
