import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence, Verdict } from '#content/checks/check-kind.ts';
import { wrongDesigns, type RowsShown } from '#content/fixtures/normal-form/wrong-designs.ts';
import { gradeStep, type GradedStep } from '#content/grade-step.ts';
import type { Lesson, Step } from '#content/lesson.ts';
import { parseLesson } from '#content/parse-lesson.ts';
import { createNodeEngine } from '#engine/node-engine.ts';

/**
 * Right and wrong designs, written down before there was anything to judge them: each of the right ones passes, and
 * each of the wrong ones is told what is wrong with it and shown the rows.
 */

const engine = await createNodeEngine();
afterAll(() => engine.close());
const pristine = await engine.snapshot();

function readLesson(name: string): Lesson {
  const file = `src/content/fixtures/normal-form/${name}.md`;
  const { lesson, problems } = parseLesson(readFileSync(file, 'utf8'), { file, id: `normal-form/${name}` });
  expect(problems).toEqual([]);
  return lesson;
}

/** Opens a step by its own setup, which makes all that it needs. */
async function open(step: Step): Promise<(answer: string | null) => Promise<GradedStep>> {
  if (!pristine.ok) throw new Error('the empty database could not be kept');
  await engine.restore(pristine.value);
  for (const { sql } of step.setup) await engine.run(sql);
  const snapshot = await engine.snapshot();
  const catalog = await engine.catalog();
  if (!snapshot.ok || !catalog.ok) throw new Error('the state before the answer could not be kept');
  const before = { snapshot: snapshot.value, catalog: catalog.value };
  return async (answer) => {
    await engine.restore(before.snapshot);
    const outcome = answer === null ? null : await engine.run(answer);
    return gradeStep(step, { engine, before, answer: outcome, labs: new Map() });
  };
}

function verdictOf({ obstacle, verdicts: [verdict] }: GradedStep): Verdict {
  if (obstacle !== null || verdict === undefined) throw new Error(`not judged: ${obstacle?.message}`);
  return verdict;
}

function showsRows(evidence: readonly Evidence[], wanted: RowsShown): boolean {
  return evidence.some((shown) => {
    if (shown.kind !== 'rows') return false;
    const records = shown.rows.map((row) =>
      Object.fromEntries(shown.columns.map(({ name }, place) => [name, row[place] ?? null])),
    );
    if (wanted.kind === 'row') {
      const values = Object.entries(wanted.values);
      return records.some((record) => values.every(([name, value]) => record[name] === value));
    }
    const keys = records.map((record) => JSON.stringify(wanted.columns.map((name) => record[name])));
    return keys.some((key, place) => keys.indexOf(key) !== place || Number(records[place]?.['rows'] ?? 1) > 1);
  });
}

/** Cells out of a chase, which say nothing to a learner. */
function symbolsIn(shown: Evidence): readonly string[] {
  const cells = shown.kind === 'rows' ? shown.rows.flat() : [];
  return cells.filter((cell) => cell !== null).filter((cell) => /^[ab]\d+(,\d+)?$/.test(cell));
}

describe.each(['2nf', '3nf', 'bcnf', '4nf'])('designs for %s', (name) => {
  const lesson = readLesson(name);

  describe.each(lesson.steps.map((step) => [step.id, step] as const))('of %s', (id, step) => {
    let answer: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      answer = await open(step);
    });
    const rights = [...(step.solution === null ? [] : [step.solution]), ...step.rights];
    const expected = wrongDesigns[`${name}#${id}`] ?? [];

    it('is not reached by doing nothing', async () => {
      expect((await answer(null)).passed).toBe(false);
    });

    it.each(rights.map(({ sql, place }) => [place.line, sql] as const))(
      'accepts the right one in line %i',
      async (_, sql) => {
        expect(verdictOf(await answer(sql))).toMatchObject({ ok: true });
      },
    );

    it('has words for every wrong one', () => {
      expect(expected).toHaveLength(step.wrongs.length);
    });

    it.each(step.wrongs.map((wrong, index) => [wrong.place.line, expected[index]?.fault, wrong, index] as const))(
      'tells the wrong one in line %i: %s',
      async (_line, _fault, { sql, says: words }, index) => {
        const { ok, message, evidence = [] } = verdictOf(await answer(sql));
        const { says, never = [], shows } = expected[index] ?? { says: [] };
        const spoken = message.replaceAll('→', '->').replaceAll('↠', '->>');
        expect({
          ok,
          message,
          unsaid: says.filter((each) => !each.test(spoken)),
          saysItsWords: words !== null && spoken.replaceAll('`', '').includes(words),
          misleading: never.filter((each) => each.test(spoken)),
          symbols: evidence.flatMap(symbolsIn),
          areRowsShown: shows === undefined || showsRows(evidence, shows),
        }).toEqual({ ok: false, message, unsaid: [], saysItsWords: true, misleading: [], symbols: [], areRowsShown: true });
      },
    );
  });
});
