import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { labKinds } from '#content/labs/registry.ts';
import { parseLesson } from '#content/parse-lesson.ts';
import { checkLesson } from './check-lesson.ts';

const guide = await readFile('docs/authoring.md', 'utf8');

/** The lab that the guide shows. */
const example = /```yaml\n(lab: pool\n[^`]*)```/.exec(guide)?.[1] ?? '';
const metric = /- metric: .*/.exec(guide)?.[0] ?? '';

/** What the gate says of a lesson with that lab. */
async function problemsOf(lab: string): Promise<readonly string[]> {
  const front = '---\ntitle: T\nsummary: S.\nminutes: 1\n---\n\n## Step\n\n';
  const source = `${front}\`\`\`yaml lab\n${lab}\`\`\`\n\n\`\`\`yaml check\n${metric}\n\`\`\`\n`;
  const { lesson, problems: unread } = parseLesson(source, { file: 'l.md', id: 't/l' });
  const problems = unread.map(({ message }) => message);
  await checkLesson(
    { openDatabase: () => Promise.reject(new Error('the example has no SQL')), labKinds },
    { bundle: { lesson, opening: [] }, openingPlace: { line: 1, column: 1 }, limits: { setupMs: 1, answerMs: 1 } },
    {
      begins: () => undefined,
      ended: () => undefined,
      found: ({ message }) => problems.push(message),
      proved: () => undefined,
    },
  );
  return problems;
}

it('the lab in the authors’ guide keeps its promise', async () => {
  expect(await problemsOf(example)).toEqual([]);
});

it('says what the guide says when it falls short', async () => {
  const said = (await problemsOf(example.replace('maxOpen: 10', 'maxOpen: 6'))).join('\n');
  const quoted = [...guide.matchAll(/^> (.*(?:99th percentile|Utilization).*)$/gm)].map(([, words]) => words ?? '');
  expect(quoted).toHaveLength(2);
  for (const words of quoted) expect(said).toContain(words);
});
