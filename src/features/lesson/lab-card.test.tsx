import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Step } from '#content/lesson.ts';
import { toyLabs } from '#content/fixtures/toy-lab.ts';
import { publishedLabs } from '#content/parse/known-labs.ts';
import { parseLesson } from '#content/parse-lesson.ts';
import { LabCard } from './lab-card.tsx';
import type { LabFacts, LabParameter, LabState } from './lab-state.ts';
import { goalLinesOf, labStatesOf, labToOpen } from './lab-state.ts';
import type { LessonActions } from './lesson-actions.ts';
import { StepGoal } from './step-goal.tsx';
import type { StepState } from './step-state.ts';

function nothing(): void {}

const tills: LabParameter = { path: 'tills', label: 'Tills', value: '2', isFree: true, isMoved: false };
const rate: LabParameter = { path: 'rate', label: 'Customers', value: '10 a second', isFree: false, isMoved: false };

const lab: LabState = {
  title: 'A counter',
  summary: 'How many tills does a shop need?',
  isPassed: false,
  goals: [{ id: 'a', description: 'bring “Mean wait” to at most 2 ms', verdict: null }],
  parameters: [tills, rate],
  solution: [{ ...tills, value: '10', isMoved: true }],
};

function show(state: Partial<LabState> = {}): string {
  return renderToStaticMarkup(<LabCard id="lab-counter" state={{ ...lab, ...state }} onOpen={nothing} />);
}

describe('a lab in the text', () => {
  it('says without any script what it asks and what it stands at', () => {
    const html = show();
    expect(html).toContain('How many tills does a shop need?');
    expect(html).toMatch(/Not checked yet: <\/span>bring “Mean wait” to at most 2 ms/);
    expect(html).toMatch(/<th scope="row">Tills<small[^>]*>yours to move<\/small><\/th><td>2<\/td>/);
    expect(html).toMatch(/<th scope="row">Customers<\/th><td>10 a second<\/td>/);
    expect(html).not.toContain('>10<');
  });

  it('says what the last run found', () => {
    const verdict = { ok: false, message: 'Mean wait: 5 ms; asked for is at most 2 ms.' };
    const html = show({ goals: lab.goals.map((goal) => ({ ...goal, verdict })) });
    expect(html).toMatch(/Does not hold: <\/span>/);
    // The reason stands in the goal of the step.
    expect(html).not.toContain('Mean wait: 5 ms; asked for is at most 2 ms.');
  });

  it('holds once its step is passed, whatever was run since', () => {
    const verdict = { ok: false, message: 'Mean wait: 5 ms.' };
    const html = show({ isPassed: true, goals: lab.goals.map((goal) => ({ ...goal, verdict })) });
    expect(html).toMatch(/Holds: <\/span>/);
    expect(html).not.toContain('Mean wait: 5 ms.');
  });

  it('asks for nothing without a goal', () => {
    const html = show({ goals: [], solution: [] });
    expect(html).not.toMatch(/Your run must|yours to move/);
    expect(html).toContain('Open the lab');
  });
});

describe('what a lab stands at', () => {
  const pool = `~~~yaml lab
lab: pool
maxOpen: 4
timeoutMs: 250
goal: [{ name: p99WaitMs, is: '<= 20' }]
solution: { maxOpen: 10 }
controls: [maxIdle]
~~~`;
  const shown = (kept: LabFacts['labs']) => {
    const state = labStatesOf(stepOf(pool), { labRuns: {}, labs: kept }, false)['pool'];
    const row = ({ path, value, isFree, isMoved }: LabParameter) => [path, value, isFree, isMoved];
    return { parameters: state?.parameters.map(row), solution: state?.solution.map(row) };
  };

  it('is what the lesson sets and what may be moved, with units; the rest is as in every pool', () => {
    expect(shown({})).toEqual({
      parameters: [
        ['maxOpen', '4', true, false],
        ['maxIdle', '2', true, false],
        ['timeoutMs', '250\u00A0ms', false, false],
      ],
      solution: [
        ['maxOpen', '10', true, true],
        ['maxIdle', '2', true, false],
      ],
    });
  });

  it('is what the learner has set, of what may be moved, unless the lab would not take it', () => {
    expect(shown({ pool: { maxOpen: 0, timeoutMs: 0 } }).parameters).toEqual([
      ['maxOpen', 'no limit', true, true],
      ['maxIdle', '2', true, false],
      ['timeoutMs', '250\u00A0ms', false, false],
    ]);
    expect(shown({ pool: { maxOpen: -1 } }).parameters?.[0]).toEqual(['maxOpen', '4', true, false]);
  });
});

const counter =
  "~~~yaml lab\nlab: counter\ntills: 2\ngoal: [{ name: waitMs, is: '<= 2' }]\nsolution: { tills: 10 }\n~~~\n";

/** The labs that there are, and the toy. */
const known = { ...toyLabs, cards: new Map([...toyLabs.cards, ...publishedLabs.cards]) };

function stepOf(body: string): Step {
  const source = `---\ntitle: T\nsummary: S.\nminutes: 1\n---\n## Step\n\n${body}`;
  const { lesson, problems } = parseLesson(source, { file: 'l.md', id: 't/l' }, known);
  const [step] = lesson.steps;
  if (step === undefined || problems.length > 0) throw new Error('no step');
  return step;
}

const actions: LessonActions = {
  onRunTry: nothing,
  onAnswerQuiz: nothing,
  onPutIntoEditor: nothing,
  onCheck: nothing,
  onShowHint: nothing,
  onShowSolution: nothing,
  onOpenStep: nothing,
  onGoOn: nothing,
  onResetLesson: nothing,
  onOpenLab: nothing,
  onOpenTableLab: nothing,
  onPutIntoLab: nothing,
  onChangeLimit: nothing,
};

const runs = { counter: { waitMs: 5, usedShare: 0.2, lost: 0 } };

function showGoal(step: Step, status: StepState['status'], labRuns = {}): string {
  const [own] = step.blocks.flatMap((block) => (block.kind === 'lab' ? [block.lab] : []));
  const state: StepState = {
    tries: [],
    answers: {},
    labs: labStatesOf(step, { labRuns, labs: {} }, status === 'passed'),
    status,
    isPassed: status === 'passed',
    checks: own === undefined ? [] : goalLinesOf(own, runs.counter),
    grading: { kind: 'idle' },
    hintsShown: 0,
    transaction: 'idle',
    losesWork: false,
    hasEarlierRuns: false,
    solutionSeen: false,
  };
  const wayOn = { headingId: 'next', isLast: false, isOpen: true };
  return renderToStaticMarkup(<StepGoal step={step} state={state} actions={actions} wayOn={wayOn} />);
}

describe('the goal of a step with a lab', () => {
  it('is judged by runs, so that nothing has to be checked or reset', () => {
    const html = showGoal(stepOf(counter), 'current', runs);
    expect(html).toContain('Your run must');
    expect(html).toContain('0 of 1');
    expect(html).toContain('Open the lab');
    expect(html).not.toMatch(/>Check<|Reset step/);
    expect(html).toContain('Show solution');
  });

  it('is checked where SQL is asked for as well', () => {
    const both = stepOf(`${counter}\n~~~sql solution\nselect 1\n~~~\n\n~~~yaml check\n- answer:\n~~~\n`);
    const html = showGoal(both, 'current');
    expect(html).toContain('Your answer and your run must');
    expect(html).toMatch(/>Check</);
    expect(html.match(/Show solution/g)).toHaveLength(2);
  });

  it('can be read before its step is come to, and leads on after it', () => {
    expect(showGoal(stepOf(counter), 'ahead')).toContain('You are not at this step yet.');
    const html = showGoal(stepOf(counter), 'passed');
    expect(html).toContain('It holds. Well done.');
    expect(html).toMatch(/href="#next"[^>]*>Next step</);
  });

  it('leads to the lab that stands in the way', () => {
    expect(labToOpen(stepOf(`~~~yaml lab\nlab: counter\nid: free\n~~~\n\n${counter}`))).toBe('counter');
  });
});
