import { describe, expect, it } from 'vitest';
import { filesInMemory } from '#content/fixtures/files-in-memory.ts';
import { toyKinds, toyLabs } from '#content/fixtures/toy-lab.ts';
import { loadCourse } from '#content/load-course.ts';
import { err, ok } from '#core/shared/result.ts';
import { createNodeEngine } from '#engine/node-engine.ts';
import { createLocalDiscoverer } from '#simulator/discovery/local-discoverer.ts';
import { createLocalSimulator } from '#simulator/local-simulator.ts';
import { memoryVault } from '#storage/memory-vault.ts';
import { createAppStore, type AppStore } from '#state/app-store.ts';
import type { Services } from '#state/services.ts';

const front = '---\ntitle: T\nsummary: S.\nminutes: 1\n---\n';
const counter = (id: string, more = '') =>
  `\`\`\`yaml lab\nlab: counter\nid: ${id}\ntills: 2\n${more}goal: [{ name: waitMs, is: '<= 2' }]\nsolution: { tills: 10 }\n\`\`\`\n`;
const metric = (id: string) => `\`\`\`yaml check\n- metric: { lab: ${id}, name: usedShare, is: '< 0.1' }\n\`\`\`\n`;

const labsOnly = `${front}
## Open a till {#open}

${counter('first')}

## Look {#look}

Nothing to do.

## Rest the tills {#rest}

${counter('second', 'controls: [load.rate]\n')}
${metric('second')}

## Play {#play}

\`\`\`yaml lab
lab: counter
id: free
\`\`\`
`;

const mixed = `${front}
\`\`\`sql setup
create table till (id int primary key);
\`\`\`

## Both {#both}

${counter('first')}
\`\`\`sql solution
insert into till values (1);
\`\`\`

\`\`\`yaml check
- query: { sql: select count(*) from till, rows: [[1]] }
- metric: { lab: first, name: usedShare, is: '< 0.1' }
\`\`\`

## A lab {#lab}

${counter('second')}
`;

const asked = `${front}
## Read {#read}

Nothing to do.

## Ask {#ask}

\`\`\`yaml quiz
id: first
ask: A?
options: [{ text: Yes, right: true, why: So. }, { text: No, why: Not so. }]
\`\`\`

\`\`\`yaml quiz
id: second
ask: B?
options: [{ text: Yes, right: true, why: So. }, { text: No, why: Not so. }]
\`\`\`

## Open a till {#open}

${counter('first')}
`;

const course = 'title: C\ntracks: [{ id: t, title: T, summary: S., lessons: [labs.md, mixed.md, asked.md] }]\n';

const loaded = await loadCourse(
  filesInMemory({ 'course.yaml': course, 't/labs.md': labsOnly, 't/mixed.md': mixed, 't/asked.md': asked }),
  undefined,
  toyLabs,
);

async function openPage(lessonId: string, services: Partial<Services> = {}): Promise<AppStore> {
  const store = createAppStore({
    courseSource: {
      course: loaded.course,
      load: (id) => {
        const lesson = loaded.lessons.find((each) => each.id === id);
        expect(lesson?.problems).toEqual([]);
        return Promise.resolve(lesson?.bundle == null ? err({ kind: 'unknown' }) : ok(lesson.bundle));
      },
    },
    startEngine: () => Promise.reject(new Error('nobody asked for a database')),
    simulator: createLocalSimulator(toyKinds),
    discovery: createLocalDiscoverer(),
    storage: keptInMemory(),
    vault: memoryVault(),
    saveFile: () => undefined,
    wallClock: () => 1_700_000_000_000,
    ...services,
  });
  await store.getState().openLesson(lessonId);
  return store;
}

function keptInMemory(values = new Map<string, string>()): Services['storage'] {
  return {
    isLasting: true,
    read: (key) => values.get(key) ?? null,
    write: (key, value) => values.set(key, value).has(key),
    remove: (key) => void values.delete(key),
  };
}

const start = { tills: 2, 'load.rate': 10, 'load.shape': 'steady' };
const solved = { ...start, tills: 10 };
const missed = { waitMs: 5, usedShare: 0.2, lost: 0 };
const reached = { waitMs: 1, usedShare: 0.03, lost: 0 };

const passed = ({ getState }: AppStore, id = 't/labs') => getState().records[id]?.passedSteps;

describe('a lesson without SQL', () => {
  it('leads on past questions that were answered before the learner came to them', async () => {
    const store = await openPage('t/asked');
    const { goOn, answerQuiz } = store.getState();
    answerQuiz('ask', 'first', [0]);
    answerQuiz('ask', 'second', [0]);
    expect(passed(store, 't/asked')).toEqual(['ask']);
    await goOn('read');
    expect(store.getState()).toMatchObject({ currentStep: 1, isOpenedAgain: false });
    await goOn('ask');
    expect(store.getState().currentStep).toBe(2);
  });

  it('leads on from a step that was passed out of turn', async () => {
    const store = await openPage('t/asked');
    store.getState().answerQuiz('ask', 'first', [0]);
    store.getState().answerQuiz('ask', 'second', [0]);
    await store.getState().goOn('ask');
    expect(store.getState()).toMatchObject({ currentStep: 2, database: { kind: 'not-needed' } });
  });

  it('takes a question that is done again for passed once it is answered again', async () => {
    const store = await openPage('t/asked');
    store.getState().answerQuiz('ask', 'first', [0]);
    store.getState().answerQuiz('ask', 'second', [0]);
    await store.getState().openStep('ask');
    expect(store.getState().isOpenedAgain).toBe(true);
    store.getState().answerQuiz('ask', 'second', [0]);
    expect(store.getState().isOpenedAgain).toBe(false);
  });

  it('judges nothing by a run that was cut off, nor by the one before it', async () => {
    const store = await openPage('t/labs');
    store.getState().labMeasured('first', start, missed);
    expect(store.getState().labRuns).toEqual({ first: missed });
    store.getState().labCutOff('first');
    expect(store.getState().labRuns).toEqual({});
    expect(passed(store)).toEqual([]);
  });

  it('opens, goes on, goes back and starts again without a database', async () => {
    const store = await openPage('t/labs');
    const { goOn, openStep, resetLesson } = store.getState();
    store.getState().keepLabValues('t/labs', 'first', solved);
    expect(store.getState()).toMatchObject({ database: { kind: 'not-needed' }, currentStep: 0, notices: [] });
    await goOn('open');
    await goOn('look');
    expect(store.getState()).toMatchObject({ currentStep: 2, catalog: null, undoList: null });
    expect(passed(store)).toEqual(['look']);
    await openStep('look');
    expect(store.getState()).toMatchObject({ currentStep: 1, isOpenedAgain: true });
    await resetLesson();
    expect(store.getState()).toMatchObject({ currentStep: 0, database: { kind: 'not-needed' }, activity: null });
    expect(passed(store)).toEqual([]);
    expect(store.getState().records['t/labs']?.labs).toEqual({});
  });

  it('comes back where it was left', async () => {
    const storage = keptInMemory();
    const first = await openPage('t/labs', { storage });
    first.getState().labMeasured('first', solved, reached);
    await first.getState().goOn('open');
    expect((await openPage('t/labs', { storage })).getState()).toMatchObject({ currentStep: 1, isOpenedAgain: false });
  });

  it('is written by one tab at a time, which another may take it from', async () => {
    const shared = { storage: keptInMemory(), vault: memoryVault() };
    const first = await openPage('t/labs', shared);
    const second = await openPage('t/labs', shared);
    expect(second.getState().notices.map(({ text }) => text)).toEqual([
      'This lesson is open in another tab. What you do here is kept only until you close this tab.',
    ]);
    second.getState().labMeasured('first', solved, reached);
    first.getState().labMeasured('second', solved, reached);
    expect([passed(first), passed(second)]).toEqual([['rest'], ['open']]);
    await second.getState().takeOver();
    expect([second.getState().database, passed(second)]).toEqual([{ kind: 'not-needed' }, ['rest']]);
    expect(first.getState().notices.map(({ id }) => id)).toEqual(['other-tab']);
  });

  it('is read again after its file has changed', async () => {
    const { getState } = await openPage('t/labs');
    await getState().goOn('open');
    await getState().reloadLesson();
    expect(getState()).toMatchObject({ database: { kind: 'not-needed' }, currentStep: 1 });
  });

  it('does nothing where SQL is asked for', async () => {
    const { getState } = await openPage('t/labs');
    await Promise.all([
      getState().submitSql('select 1', 0),
      getState().check(),
      getState().undo(),
      getState().stopRun(),
    ]);
    expect(getState()).toMatchObject({ lastRun: null, grades: {}, notices: [] });
  });
});

describe('a run of a lab', () => {
  it('passes its step when all goals are reached, and not before', async () => {
    const store = await openPage('t/labs');
    store.getState().labMeasured('first', start, missed);
    expect(passed(store)).toEqual([]);
    store.getState().labMeasured('first', solved, reached);
    expect(passed(store)).toEqual(['open']);
    store.getState().labMeasured('first', start, missed);
    expect(passed(store)).toEqual(['open']);
  });

  it('asks for the step’s metric checks as well', async () => {
    const store = await openPage('t/labs');
    await store.getState().openStep('rest');
    store.getState().labMeasured('second', solved, { ...reached, usedShare: 0.5 });
    expect(passed(store)).toEqual([]);
    store.getState().labMeasured('second', solved, reached);
    expect(passed(store)).toEqual(['rest']);
  });

  it('counts where no more was moved than the lesson frees', async () => {
    const store = await openPage('t/labs');
    const withoutLoad = { ...solved, 'load.rate': 1 };
    store.getState().labMeasured('first', withoutLoad, reached);
    expect(store.getState().labRuns).toEqual({});
    expect(passed(store)).toEqual([]);
    await store.getState().openStep('rest');
    store.getState().labMeasured('second', withoutLoad, reached);
    expect(passed(store)).toEqual(['rest']);
  });

  it('passes its step before the learner has come there, who then finds it passed', async () => {
    const store = await openPage('t/labs');
    store.getState().labMeasured('second', solved, reached);
    store.getState().labMeasured('free', solved, reached);
    expect([passed(store), store.getState().currentStep]).toEqual([['rest'], 0]);
    await store.getState().goOn('open');
    await store.getState().goOn('look');
    expect(store.getState()).toMatchObject({ currentStep: 2, isOpenedAgain: false });
  });

  it('is forgotten when its step is done again, and so is what was set', async () => {
    const store = await openPage('t/labs');
    store.getState().keepLabValues('t/labs', 'first', solved);
    store.getState().keepLabValues('t/labs', 'second', solved);
    store.getState().labMeasured('first', solved, reached);
    await store.getState().openStep('open');
    const { labValuesOf } = store.getState();
    expect(['first', 'second'].map((id) => labValuesOf('t/labs', id))).toEqual([start, solved]);
    expect(store.getState().labRuns).toEqual({});
    expect(store.getState().isOpenedAgain).toBe(true);
    store.getState().labMeasured('first', solved, reached);
    expect(store.getState().isOpenedAgain).toBe(false);
  });

  it('of a lab that the lesson has not is none', async () => {
    const { getState } = await openPage('t/labs');
    getState().labMeasured('third', solved, reached);
    expect(getState().labRuns).toEqual({});
  });
});

describe('what is set in a lab', () => {
  it('is kept over a reload, by lesson and lab', async () => {
    const storage = keptInMemory();
    const first = await openPage('t/labs', { storage });
    expect(first.getState().labValuesOf('t/labs', 'first')).toEqual(start);
    first.getState().keepLabValues('t/labs', 'first', solved);
    const { labValuesOf } = (await openPage('t/labs', { storage })).getState();
    expect(labValuesOf('t/labs', 'first')).toEqual(solved);
    expect(labValuesOf('t/labs', 'second')).toEqual(start);
    expect(labValuesOf('t/labs', 'third')).toBeNull();
    expect(labValuesOf('t/mixed', 'first')).toBeNull();
  });

  it('counts for the controls only, and where it is of the same sort', async () => {
    const { getState } = await openPage('t/labs');
    getState().keepLabValues('t/labs', 'first', { ...solved, 'load.rate': 1, gone: 5 });
    expect(getState().labValuesOf('t/labs', 'first')).toEqual(solved);
    getState().keepLabValues('t/labs', 'first', { tills: 'many' });
    expect(getState().labValuesOf('t/labs', 'first')).toEqual(start);
  });

  it('is none in a record from before there were labs', async () => {
    const { getState } = await openPage('t/labs');
    const { labs: _, ...record } = getState().records['t/labs'] ?? {};
    const values = new Map([
      ['rowhouse:lesson:t/labs', JSON.stringify({ version: 1, value: { ...record, passedSteps: ['open'] } })],
    ]);
    const later = await openPage('t/labs', { storage: keptInMemory(values) });
    expect(later.getState().records['t/labs']).toMatchObject({ passedSteps: ['open'], labs: {} });
    expect(later.getState().notices).toEqual([]);
  });
});

describe('a step with SQL and a lab', () => {
  it('is passed by a check that finds the goal reached by the last run', async () => {
    const engine = await createNodeEngine();
    const store = await openPage('t/mixed', { startEngine: () => Promise.resolve(ok(engine)) });
    const { getState } = store;
    expect(getState().database).toEqual({ kind: 'ready' });
    getState().editDraft('insert into till values (1)');
    await getState().check();
    expect(getState().grades['both']).toMatchObject({
      step: {
        passed: false,
        verdicts: [{ ok: true }, { ok: false, message: expect.stringContaining('Nothing has been measured yet') }],
      },
    });
    getState().labMeasured('first', solved, { ...reached, waitMs: 3 });
    await getState().check();
    expect(getState().grades['both']).toMatchObject({
      step: { passed: false, verdicts: [{ ok: true }, { ok: true }] },
    });
    getState().labMeasured('first', solved, reached);
    expect(passed(store, 't/mixed')).toEqual([]);
    await getState().check();
    expect(passed(store, 't/mixed')).toEqual(['both']);

    await getState().goOn('both');
    expect(getState()).toMatchObject({ currentStep: 1, database: { kind: 'ready' } });
    getState().labMeasured('second', solved, reached);
    expect(passed(store, 't/mixed')).toEqual(['both', 'lab']);

    await getState().openLesson('t/labs');
    expect(getState()).toMatchObject({ database: { kind: 'not-needed' }, databaseStorage: 'saved', catalog: null });
    await getState().openLesson('t/mixed');
    expect(getState().database).toEqual({ kind: 'ready' });
    await engine.close();
  }, 60_000);
});
