import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLessons } from './find-lessons.ts';

let disk = '';

beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'lessons-'));
  const files = [
    'course/course.yaml',
    'course/track/one.md',
    'course/track/two.md',
    'course/README.md',
    'course/node_modules/x/y.md',
    'lone/three.md',
    'lone/.hidden/four.md',
    'notes.txt',
  ];
  for (const file of files) {
    await mkdir(dirname(join(disk, file)), { recursive: true });
    await writeFile(join(disk, file), '');
  }
});
afterAll(() => rm(disk, { recursive: true }));

async function find(...paths: readonly string[]) {
  const found = await findLessons(paths, disk);
  if (!found.ok) return found.error;
  return found.value.map(({ folder, isCourse, paths: inside }) => [folder.slice(disk.length + 1), isCourse, inside]);
}

describe('findLessons', () => {
  it('takes a folder with a course.yaml for the whole course', async () => {
    expect(await find('course')).toEqual([['course', true, 'all']]);
    expect(await find('course/track/one.md', 'course')).toEqual([['course', true, 'all']]);
  });

  it('finds the course above a lesson or a track', async () => {
    expect(await find('course/track/two.md')).toEqual([['course', true, ['track/two.md']]]);
    expect(await find('course/track')).toEqual([['course', true, ['track/one.md', 'track/two.md']]]);
  });

  it('takes lessons without a course by their folder', async () => {
    expect(await find('lone/three.md')).toEqual([['lone', false, ['three.md']]]);
  });

  it('sorts everything below a folder, and leaves out what is hidden or installed', async () => {
    expect(await find('.')).toEqual([
      ['course', true, 'all'],
      ['lone', false, ['three.md']],
    ]);
  });

  it.each([
    ['nowhere', 'There is no file or folder nowhere.'],
    ['notes.txt', 'notes.txt is no lesson: a lesson is a Markdown file, `.md`.'],
  ])('answers %s with %o', async (path, complaint) => {
    expect(await find(path)).toBe(complaint);
  });
});
