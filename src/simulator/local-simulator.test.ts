import { describe, expect, it } from 'vitest';
import type { LabKind, RunSummary } from '#content/labs/lab-kind.ts';
import { initialValues } from '#content/labs/lab-values.ts';
import type { MeasuredPoint } from '#content/labs/simulator.ts';
import { queueCard, queueKind } from '#content/labs/test-queue-lab.ts';
import { connectLocally, createLocalSimulator } from './local-simulator.ts';
import { SimulatorClient } from './simulator-client.ts';
import type { LineListener } from './simulator-session.ts';

const kinds: ReadonlyMap<string, LabKind> = new Map([['queue', queueKind]]);
const usual = initialValues(queueCard);
/** Many turns long: by its clock a turn is over after a few hundred events. */
const long = { ...usual, forS: 600 };

/** A clock by which every look takes seven milliseconds. */
function steadyClock(): () => number {
  let now = 0;
  return () => (now += 7);
}

function simulator(): SimulatorClient {
  return new SimulatorClient(connectLocally(kinds, steadyClock()));
}

function wholeSummary(values = usual, seed = 1): RunSummary {
  const run = queueKind.simulate(values, seed);
  run.advance(1e7);
  return run.summary();
}

/** What a run comes to from a moment on. */
function sinceMoment(index: number, values = usual): RunSummary['beside'] {
  const run = queueKind.simulate(values, 1);
  run.advance(1e7);
  const fork = run.fork(index, values);
  return fork.ok ? fork.value.summary().beside : null;
}

describe('a simulator', () => {
  it('computes what the lab alone does', async () => {
    const handle = createLocalSimulator(kinds).begin({ kind: 'queue', values: usual, seed: 1 });
    expect(await handle.done).toEqual({ ok: true, value: wholeSummary() });
    expect(await handle.moment({ timeMs: 1e9 })).toMatchObject({ index: wholeSummary().length });
  });

  it('tells how far it is, and what there is so far', async () => {
    const handle = simulator().begin({ kind: 'queue', values: long, seed: 1 });
    const heard: (readonly [number, RunSummary])[] = [];
    handle.onProgress((progress, summary) => heard.push([progress, summary]));
    await handle.done;
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.map(([progress]) => progress)).toEqual(heard.map(([progress]) => progress).toSorted((a, b) => a - b));
    expect(heard.every(([progress]) => progress > 0 && progress < 1)).toBe(true);
    expect(heard.every(([, { status }]) => status.kind === 'computing')).toBe(true);
  });

  it('stops and keeps what was computed', async () => {
    const handle = simulator().begin({ kind: 'queue', values: long, seed: 1 });
    const whole = wholeSummary(long);
    handle.onProgress(() => handle.stop());
    const done = await handle.done;
    const stopped = done.ok ? done.value : whole;
    expect(stopped.status).toEqual({ kind: 'cut-off', reason: 'It was stopped here.' });
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped.length).toBeLessThan(whole.length / 2);
    expect(await handle.moment({ index: stopped.length })).toMatchObject({ index: stopped.length });
    expect(await handle.find(['leave'], stopped.length, 'forwards')).toBeNull();
  });

  it('shows and finds moments while it computes', async () => {
    const handle = simulator().begin({ kind: 'queue', values: long, seed: 1 });
    const whole = queueKind.simulate(long, 1);
    whole.advance(1e7);
    let isDone = false;
    void handle.done.then(() => (isDone = true));
    expect(await handle.moment({ index: 0 })).toEqual(whole.moment(0));
    await new Promise<void>((resolve) => {
      handle.onProgress(() => resolve());
    });
    expect(await handle.moment({ index: 200 })).toEqual(whole.moment(200));
    expect(await handle.moment({ timeMs: 500 })).toEqual(whole.moment(whole.indexAt(500)));
    expect(await handle.find(['leave'], 100, 'forwards')).toBe(whole.find(['leave'], 100, 'forwards'));
    expect(isDone).toBe(false);
    await handle.done;
  });

  it('gives up moments that nobody waits for any more, and always shows the newest', async () => {
    const handle = simulator().begin({ kind: 'queue', values: usual, seed: 1 });
    await handle.done;
    const asked = Array.from({ length: 20 }, (_, index) => handle.moment({ index: index + 1 }));
    const answers = await Promise.all(asked);
    expect(answers.map((moment) => moment?.index ?? null)).toEqual([1, ...Array.from({ length: 18 }, () => null), 20]);
    expect(await handle.moment({ index: 7 })).toMatchObject({ index: 7 });
  });

  it('forks a run while it computes, and computes both side by side', async () => {
    const handle = simulator().begin({ kind: 'queue', values: long, seed: 1 });
    await new Promise<void>((resolve) => {
      handle.onProgress(() => resolve());
    });
    const ends: string[] = [];
    const fork = await handle.fork(300, { ...long, servers: 4 });
    const same = await handle.fork(300, long);
    if (!fork.ok || !same.ok) throw new Error('refused');
    const [whole, other, again] = await Promise.all([
      handle.done.finally(() => ends.push('run')),
      fork.value.done.finally(() => ends.push('fork')),
      same.value.done,
    ]);
    expect(whole).toEqual({ ok: true, value: wholeSummary(long) });
    const since = sinceMoment(300, long);
    expect(again.ok && again.value.metrics).toEqual(since);
    expect(other.ok && other.value.metrics).not.toEqual(since);
    // The run came to its end before the fork did.
    expect(other.ok && other.value.beside).toEqual(since);
    expect(other.ok && other.value.startMs).toBe((await handle.moment({ index: 300 }))?.timeMs);
    expect(ends).toEqual(['run', 'fork']);
  });

  it('says why a run cannot be forked so', async () => {
    const handle = simulator().begin({ kind: 'queue', values: usual, seed: 1 });
    expect(await handle.fork(0, { ...usual, servers: 1 })).toEqual({
      ok: false,
      error: [{ path: 'servers', message: 'cannot become fewer while they serve' }],
    });
  });

  it('frees what is closed', async () => {
    const client = simulator();
    const handle = client.begin({ kind: 'queue', values: long, seed: 1 });
    const moment = handle.moment({ index: 1 });
    handle.close();
    expect(await handle.done).toEqual({ ok: false, error: { kind: 'lost', reason: 'It was closed.' } });
    expect(await moment).toBeNull();
    expect(await handle.find(['leave'], 0, 'forwards')).toBeNull();
    const fork = await handle.fork(1, long);
    expect(fork.ok && (await fork.value.done).ok).toBe(false);
    const next = client.begin({ kind: 'queue', values: usual, seed: 1 });
    expect(await next.done).toEqual({ ok: true, value: wholeSummary() });
  });

  it('leaves other runs alone where one goes wrong', async () => {
    const client = simulator();
    const good = client.begin({ kind: 'queue', values: usual, seed: 1 });
    const wrong = client.begin({ kind: 'queue', values: { servers: 0 }, seed: 1 });
    const unknown = client.begin({ kind: 'abacus', values: {}, seed: 1 });
    expect(await wrong.done).toEqual({
      ok: false,
      error: { kind: 'lost', reason: 'servers must be a whole number from 1 to 50; found 0' },
    });
    expect(await unknown.done).toEqual({ ok: false, error: { kind: 'lost', reason: 'There is no lab abacus.' } });
    expect((await good.done).ok).toBe(true);
  });
});

describe('a sweep', () => {
  const request = { kind: 'queue', id: 'servers', values: usual, seed: 1 } as const;
  const points = [1, 2, 3, 4].map((servers): MeasuredPoint => ({
    x: servers,
    metrics: wholeSummary({ ...usual, servers }).metrics,
    expected: { served: servers },
  }));

  it('measures a run for each point, and shows them as they come', async () => {
    const heard: (readonly MeasuredPoint[])[] = [];
    const sweep = simulator().sweep(request, (some, total) => {
      expect(total).toBe(4);
      heard.push(some);
    });
    expect(await sweep.done).toEqual({ ok: true, value: points });
    expect(heard).toEqual([1, 2, 3, 4].map((length) => points.slice(0, length)));
  });

  it('stops with the points that there are', async () => {
    const sweep = simulator().sweep(request, (some) => {
      if (some.length === 2) sweep.stop();
    });
    expect(await sweep.done).toEqual({ ok: true, value: points.slice(0, 2) });
  });

  it('leaves the run that is computed meanwhile its turns', async () => {
    const client = simulator();
    const ends: string[] = [];
    const sweep = client.sweep(request, () => undefined);
    const run = client.begin({ kind: 'queue', values: { ...usual, forS: 5 }, seed: 1 });
    await Promise.all([sweep.done.finally(() => ends.push('sweep')), run.done.finally(() => ends.push('run'))]);
    expect(ends).toEqual(['run', 'sweep']);
  });
});

describe('a simulator that is lost', () => {
  const lost = { ok: false, error: { kind: 'lost', reason: 'out of memory' } };

  it('leaves no promise open, and the next run starts another one', async () => {
    const listeners: LineListener[] = [];
    const client = new SimulatorClient((listener) => {
      listeners.push(listener);
      return connectLocally(kinds, steadyClock())(listener);
    });
    expect(listeners).toHaveLength(0);
    const handle = client.begin({ kind: 'queue', values: long, seed: 1 });
    const sweep = client.sweep({ kind: 'queue', id: 'servers', values: long, seed: 1 }, () => undefined);
    const open = [handle.moment({ index: 1 }), handle.moment({ index: 2 }), handle.find(['leave'], 0, 'forwards')];
    const fork = handle.fork(1, long);
    listeners[0]?.onLost('out of memory');
    expect(await handle.done).toEqual(lost);
    expect(await sweep.done).toEqual(lost);
    expect(await Promise.all(open)).toEqual([null, null, null]);
    const forked = await fork;
    expect(forked.ok && (await forked.value.done)).toEqual(lost);
    expect(await handle.moment({ index: 1 })).toBeNull();

    const next = client.begin({ kind: 'queue', values: usual, seed: 1 });
    expect(await next.done).toEqual({ ok: true, value: wholeSummary() });
    expect(listeners).toHaveLength(2);
  });

  it('is lost to begin with where it cannot be started', async () => {
    const client = new SimulatorClient(() => {
      throw new Error('no workers here');
    });
    expect(await client.begin({ kind: 'queue', values: usual, seed: 1 }).done).toEqual({
      ok: false,
      error: { kind: 'lost', reason: 'no workers here' },
    });
  });

  it('ends everything when it is closed, and can begin again', async () => {
    const client = simulator();
    const handle = client.begin({ kind: 'queue', values: long, seed: 1 });
    client.close();
    expect(await handle.done).toEqual({ ok: false, error: { kind: 'lost', reason: 'It was closed.' } });
    expect((await client.begin({ kind: 'queue', values: usual, seed: 1 }).done).ok).toBe(true);
  });
});
