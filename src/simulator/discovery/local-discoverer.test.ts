import { describe, expect, it } from 'vitest';
import { codeRows } from '#core/discovery/coded-table.ts';
import { DependencySearch } from '#core/discovery/dependency-search.ts';
import { usualLimits, type DiscoveryQuestion, type DiscoveryReport } from '#core/discovery/discovery.ts';
import { nextIndex, randomStreams } from '#core/shared/random.ts';
import { DiscoveryClient, type DiscoveryListener } from './discovery-client.ts';
import { createLocalDiscoverer } from './local-discoverer.ts';

/** Of rows with nothing to find in them: with many columns a search that nobody waits for to its end. */
function question(columns: number): DiscoveryQuestion {
  const { cells } = randomStreams(7, ['cells']);
  const rows = Array.from({ length: 800 }, () => Array.from({ length: columns }, () => nextIndex(cells, 4)));
  return { table: codeRows(columns, rows), nulls: 'equal', threshold: 0.05, limits: usualLimits };
}

describe('a discoverer', () => {
  it('tells what a search finds', async () => {
    const asked = question(8);
    const search = new DependencySearch(asked);
    while (!search.advance(1_000_000));
    const done = await createLocalDiscoverer().begin(asked, () => undefined).done;
    expect(done).toEqual({ ok: true, value: search.report });
  });

  it('tells how far it is, and when stopped what was found till then', async () => {
    const heard: DiscoveryReport[] = [];
    const running = createLocalDiscoverer().begin(question(40), (report) => {
      heard.push(report);
      if (heard.length === 3) running.stop();
    });
    const done = await running.done;
    const last = heard.at(-1);
    expect(heard.length).toBeGreaterThanOrEqual(3);
    expect(heard.every(({ end }) => end === null)).toBe(true);
    if (!done.ok || last === undefined) throw new Error('lost');
    expect(done.value.end).toMatchObject({ kind: 'stopped' });
    expect(done.value.exact.slice(0, last.exact.length)).toEqual(last.exact);
    expect(done.value.progress.triedInAll).toBeGreaterThanOrEqual(last.progress.triedInAll);
    // What is told bit by bit is each thing once.
    const all = [...done.value.exact, ...done.value.nearly].map((each) => JSON.stringify(each));
    expect(new Set(all).size).toBe(all.length);
  });

  it('says that it was lost, with what it had told before', async () => {
    const search = new DependencySearch(question(4));
    const listeners: DiscoveryListener[] = [];
    const client = new DiscoveryClient((listener) => {
      listeners.push(listener);
      return { send: () => undefined, end: () => undefined };
    });
    const running = client.begin(question(4), () => undefined);
    listeners[0]?.onMessage({ kind: 'news', news: search.report });
    listeners[0]?.onLost('no memory');
    expect(await running.done).toEqual({ ok: false, error: { reason: 'no memory', report: search.report } });
    const refused = new DiscoveryClient(() => {
      throw new Error('no worker');
    });
    expect(await refused.begin(question(4), () => undefined).done).toEqual({
      ok: false,
      error: { reason: 'no worker', report: null },
    });
  });
});
