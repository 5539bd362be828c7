import { afterAll, describe, expect, it } from 'vitest';
import { parseLesson } from '#content/parse-lesson.ts';
import { Gate } from './gate.ts';

const gate = new Gate();
afterAll(() => gate.close());

const endless = 'do $$ begin loop end loop; end $$;';
const place = { line: 1, column: 1 };

async function problemsOf(body: string, limits = { setupMs: 2_000, answerMs: 5_000 }) {
  const source = `---\ntitle: T\nsummary: S.\nminutes: 1\n---\n\n${body}\n`;
  const { lesson } = parseLesson(source, { file: 'l.md', id: 't/l' });
  const { problems, provedSteps } = await gate.check({ bundle: { lesson, opening: [] }, openingPlace: place, limits });
  return { problems: problems.map(({ line, message }) => `${line} ${message}`), provedSteps: [...provedSteps] };
}

const step = '## Step\n\n~~~sql solution\nselect 1\n~~~\n\n~~~yaml check\n- answer:\n~~~\n';

describe('Gate', () => {
  it('ends a setup that does not end by itself', async () => {
    expect(await problemsOf(`~~~sql setup\n${endless}\n~~~\n\n${step}`)).toEqual({
      problems: ['8 The setup did not end in time: all setup of a lesson has 2 s.'],
      provedSteps: [],
    });
  });

  it('ends an answer that does not end by itself, and keeps what was found before', async () => {
    const body = `${step}\n~~~sql wrong\nselect 1\n~~~\n\n~~~sql wrong\n${endless}\n~~~\n`;
    expect(await problemsOf(body)).toEqual({
      problems: [
        '18 This wrong answer passes every check: add a check that refuses it.',
        '22 This wrong answer did not end within 5 s.',
      ],
      provedSteps: [],
    });
  });

  it('ends a lab that would take too long', async () => {
    const lab = '~~~yaml lab\nlab: pool\nmaxOpen: 10\narrivalsPerS: 5000\n~~~\n';
    expect(await problemsOf(`## Step\n\n${lab}`, { setupMs: 2_000, answerMs: 10 })).toEqual({
      problems: ['9 The lab `pool`, run as it opens, did not end within 0.01 s.'],
      provedSteps: [],
    });
  });

  it('checks the next lesson on a new database', async () => {
    expect(await problemsOf(step)).toEqual({ problems: [], provedSteps: [0] });
  });
});
