import { describe, expect, it } from 'vitest';
import { sqlName } from '#core/catalog/object-name.ts';
import type { Engine } from '#core/engine/engine.ts';
import { engineForTests } from '#engine/test-engine.ts';
import { done, rowsOf } from '#engine/test-questions.ts';
import { findingKey, fixScript } from './finding.ts';
import { badDesigns } from './test-bad-designs.ts';
import { catalogOf, placeOf, review, rowCounts } from './test-review.ts';

let engine: Engine;

engineForTests((started) => (engine = started));

describe.each(badDesigns)('$rule finds $what', ({ rule, script, found, says, fixes }) => {
  it('and says where and why', async () => {
    await done(engine, script);
    const findings = (await review(engine)).findings.filter((finding) => finding.rule === rule);
    expect(findings.map(placeOf)).toEqual(found.map((place) => `${rule} ${place}`));
    for (const words of says) expect(findings.map(({ what, why }) => `${what} ${why}`).join('\n')).toContain(words);
    expect(findings.map((finding) => finding.fixes.length)).toEqual(fixes);
    for (const finding of findings) {
      expect(finding.fixes.length === 0 && finding.advice === null).toBe(false);
    }
  });

  it('and every fix runs, keeps the rows and the views, and makes it gone without making new ones', async () => {
    await done(engine, script);
    const before = await catalogOf(engine);
    const counts = await rowCounts(engine, before);
    const kept = await engine.snapshot();
    if (!kept.ok) throw new Error('no snapshot');
    const all = (await review(engine)).findings;
    for (const finding of all.filter((one) => one.rule === rule)) {
      for (const fix of finding.fixes) {
        await engine.restore(kept.value);
        await done(engine, fixScript(fix, false));
        const after = (await review(engine)).findings;
        const known = new Set(all.map(findingKey));
        expect(after.map(findingKey)).not.toContain(findingKey(finding));
        expect(after.filter((one) => !known.has(findingKey(one))).map(placeOf)).toEqual([]);
        expect(await rowCounts(engine, before)).toEqual(counts);
        expect((await catalogOf(engine)).views.map(sqlName)).toEqual(before.views.map(sqlName));
        for (const view of before.views) await rowsOf(engine, `select count(*) from ${sqlName(view)}`);
      }
    }
    engine.forget(kept.value);
  });
});
