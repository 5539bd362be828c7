import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Model, SimulationEvent } from '#core/shared/simulation/model.ts';
import { mostEvents, SimulationRun } from '#core/shared/simulation/simulation-run.ts';
import { plainPool } from '#core/pool/pool-fixtures.ts';
import { poolModel } from '#core/pool/pool-model.ts';
import { queueModel } from '#core/shared/simulation/test-queue.ts';
import type { LabCard, LabValues } from '#content/labs/lab-card.ts';
import { checkValues, exampleValues } from '#content/labs/lab-values.ts';
import type { LabKind, LabRun } from '#content/labs/lab-kind.ts';
import { labKinds } from '#content/labs/registry.ts';
import { queueKind } from '#content/labs/test-queue-lab.ts';

/**
 * What a simulation costs. For each model: events a second when it is only stepped, as a timeline, and as a lab; what a
 * timeline adds to bare stepping; memory with ten million events computed; and how long a random moment takes to be shown.
 * Each figure of memory is of a process of its own. Prints tables and fails when a scrub over a million events takes longer
 * than its target.
 */
const scrubTargetMs = 100;
/** The quickest of them counts: what is slower was held up by something else. */
const rounds = 3;
const scrubs = 200;
const seed = 1;

/** Models that run for ten million events, or until they are cut off. */
const models: Readonly<Record<string, () => Model<unknown, SimulationEvent>>> = {
  'M/M/10, 80 % busy': () =>
    queueModel({ servers: 10, betweenMs: 1, serviceMs: 8, room: 1e9, forS: 1e7, overloadAt: 1e9 }, seed),
  'pool of 10, 80 % busy': () => poolModel({ ...plainPool, arrivalsPerS: 160, forS: 1e7 }, seed),
  'pool of 10, twice its load': () => poolModel({ ...plainPool, arrivalsPerS: 400, forS: 1e7 }, seed),
};

const labs: Readonly<Record<string, LabKind>> = Object.fromEntries([['queue', queueKind], ...labKinds]);

type Job = 'speed' | 'memory' | 'lab-speed' | 'lab-memory';
type Figures = Readonly<Record<string, number | string>>;

const [job, name] = process.argv.slice(2);
if (job === undefined || name === undefined) await measureAll();
else process.send?.(await measure(job as Job, name));

async function measureAll(): Promise<void> {
  const ofModels: Record<string, Figures> = {};
  for (const subject of Object.keys(models)) {
    ofModels[subject] = { ...(await inOwnProcess('speed', subject)), ...(await inOwnProcess('memory', subject)) };
  }
  console.log(`Models, ${mostEvents.toLocaleString('en-US')} events`);
  console.table(turned(ofModels));
  const ofLabs: Record<string, Figures> = {};
  for (const lab of Object.keys(labs)) {
    ofLabs[lab] = { ...(await inOwnProcess('lab-speed', lab)), ...(await inOwnProcess('lab-memory', lab)) };
  }
  console.log('Labs as they open, run for as long as they can be');
  console.table(turned(ofLabs));
  const slow = [...Object.values(ofModels), ...Object.values(ofLabs)].some(
    (figures) => Number(figures['1 M scrub, worst ms']) > scrubTargetMs,
  );
  if (slow) {
    console.error(`A moment of a million events takes more than ${scrubTargetMs} ms.`);
    process.exitCode = 1;
  }
}

function inOwnProcess(of: Job, subject: string): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [of, subject], {
      execArgv: [...process.execArgv, '--expose-gc'],
    });
    child.once('message', (figures) => resolve(figures as Figures));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${of} of ${subject} ended with ${code}`)));
  });
}

async function measure(of: Job, subject: string): Promise<Figures> {
  switch (of) {
    case 'speed':
      return speedOf(modelCalled(subject));
    case 'memory': {
      const model = modelCalled(subject);
      return memoryWith(() => timelineOf(model, mostEvents));
    }
    case 'lab-speed':
      return speedOfLab(labCalled(subject));
    case 'lab-memory': {
      const lab = labCalled(subject);
      return memoryWith(() => {
        const run = labRun(lab);
        run.advance(mostEvents);
        return run;
      });
    }
  }
}

function speedOf(model: Model<unknown, SimulationEvent>): Figures {
  const bare: number[] = [];
  const kept: number[] = [];
  stepBare(model, mostEvents / 10);
  const events = timelineOf(model, mostEvents).length;
  for (let round = 0; round < rounds; round += 1) {
    bare.push(timed(() => stepBare(model, mostEvents)).ms);
    kept.push(timed(() => timelineOf(model, mostEvents)).ms);
  }
  return {
    events,
    'bare, M events/s': perSecond(events, Math.min(...bare)),
    'timeline, M events/s': perSecond(events, Math.min(...kept)),
    'timeline ÷ bare': rounded(Math.min(...kept) / Math.min(...bare), 3),
    ...scrubFigures('1 M', timelineOf(model, 1_000_000)),
    ...scrubFigures('10 M', timelineOf(model, mostEvents)),
  };
}

function stepBare(model: Model<unknown, SimulationEvent>, events: number): unknown {
  let state = model.start();
  for (let left = events; left > 0; left -= 1) {
    const event = model.peek(state);
    if (event === null || model.overload(state) !== null) break;
    state = model.step(state, event);
  }
  return state;
}

function timelineOf(model: Model<unknown, SimulationEvent>, events: number): SimulationRun<unknown, SimulationEvent> {
  const run = new SimulationRun(model);
  run.advance(events);
  return run;
}

function scrubFigures(label: string, run: SimulationRun<unknown, SimulationEvent>): Figures {
  const there: number[] = [];
  const back: number[] = [];
  for (let scrub = 0; scrub < scrubs; scrub += 1) {
    const index = Math.floor(Math.random() * run.length);
    there.push(timed(() => run.at(index)).ms);
    back.push(timed(() => run.at(index - 1)).ms);
  }
  return {
    [`${label} scrub, median ms`]: rounded(median(there), 2),
    [`${label} scrub, worst ms`]: rounded(Math.max(...there), 1),
    [`${label} step back, median ms`]: rounded(median(back), 2),
  };
}

function speedOfLab(kind: LabKind): Figures {
  const whole = labRun(kind);
  const { ms } = timed(() => whole.advance(mostEvents));
  const { length, status } = whole.summary();
  const million = labRun(kind);
  million.advance(1_000_000);
  const moments = Array.from({ length: scrubs }, () => {
    const index = Math.floor(Math.random() * million.summary().length);
    return timed(() => million.moment(index)).ms;
  });
  return {
    events: length,
    status: status.kind,
    'M events/s': perSecond(length, ms),
    'summary, ms': rounded(timed(() => whole.summary()).ms, 2),
    '1 M scrub, median ms': rounded(median(moments), 2),
    '1 M scrub, worst ms': rounded(Math.max(...moments), 1),
  };
}

function memoryWith(make: () => unknown): Figures {
  globalThis.gc?.();
  const before = used();
  const made = make();
  globalThis.gc?.();
  const after = used();
  const figures = {
    'memory, MB': rounded((after - before) / 1e6, 1),
    'process, MB': rounded(process.memoryUsage().rss / 1e6, 0),
  };
  // Held until here.
  if (made === null) throw new Error('nothing was made');
  return figures;
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** As it opens, for as long as its card allows. */
function labRun(kind: LabKind): LabRun {
  const { card } = kind;
  const example = exampleValues(card);
  const field = card.fields.find(({ path }) => path === 'forS');
  let least = Number(example['forS']);
  let most = field?.kind === 'number' ? field.most : least;
  if (isAllowed(card, { ...example, forS: most })) least = most;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (isAllowed(card, { ...example, forS: middle })) least = middle;
    else most = middle;
  }
  return kind.simulate({ ...example, forS: least }, seed);
}

function isAllowed(card: LabCard, values: LabValues): boolean {
  return checkValues(card, values).problems.length === 0;
}

function modelCalled(subject: string): Model<unknown, SimulationEvent> {
  const model = models[subject];
  if (model === undefined) throw new Error(`no model ${subject}`);
  return model();
}

function labCalled(subject: string): LabKind {
  const lab = labs[subject];
  if (lab === undefined) throw new Error(`no lab ${subject}`);
  return lab;
}

/** A row for each figure. */
function turned(figures: Readonly<Record<string, Figures>>): Record<string, Figures> {
  const rows: Record<string, Record<string, number | string>> = {};
  for (const [subject, ofSubject] of Object.entries(figures)) {
    for (const [figure, value] of Object.entries(ofSubject)) (rows[figure] ??= {})[subject] = value;
  }
  return rows;
}

function timed<T>(task: () => T): { readonly value: T; readonly ms: number } {
  const started = performance.now();
  const value = task();
  return { value, ms: performance.now() - started };
}

function perSecond(events: number, ms: number): number {
  return rounded(events / ms / 1_000, 2);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
