import type { Root } from 'hast';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Lesson, Step } from '#content/lesson.ts';
import { LessonArticle } from './lesson-article.tsx';
import type { LessonActions } from './lesson-actions.ts';
import type { LessonLinkProps } from './lesson-link.ts';
import type { SectionState, StepState } from './step-state.ts';

function paragraph(value: string): Root {
  return {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] }],
  };
}

const place = { line: 1, column: 1 };

function step(id: string, title: string, more: Partial<Step> = {}): Step {
  return {
    id,
    title,
    place,
    blocks: [{ kind: 'prose', content: paragraph(`Prose of ${id}.`) }],
    setup: [],
    starter: null,
    solution: null,
    rights: [],
    wrongs: [],
    checks: [],
    hints: [],
    ...more,
  };
}

const check = { id: 'rows', kind: 'same-rows', says: null, params: {}, place };
const quiz = {
  id: 'which',
  ask: paragraph('Which column?'),
  options: [
    { text: paragraph('the name'), right: true, why: paragraph('It follows the product.') },
    { text: paragraph('the price'), right: false, why: paragraph('It belongs to the sale.') },
  ],
  place,
};

const lesson: Lesson = {
  id: 'normal-forms/2nf',
  file: 'lessons/normal-forms/2nf.md',
  title: 'Facts about part of a key',
  summary: 'Move the name.',
  minutes: 8,
  dataset: null,
  continues: null,
  panels: [],
  introduction: { blocks: [{ kind: 'prose', content: paragraph('Prose of the introduction.') }], setup: [] },
  steps: [
    step('look', 'Look'),
    step('think', 'Think', { blocks: [{ kind: 'quiz', quiz }] }),
    step('split', 'Split', { checks: [check], hints: [paragraph('The hint.')] }),
    step('prove', 'Prove', { checks: [check] }),
  ],
};

const untouched: SectionState = { tries: [], answers: {}, labs: {} };

function state(status: StepState['status'], more: Partial<StepState> = {}): StepState {
  return {
    ...untouched,
    status,
    checks: [{ id: 'rows', description: 'keep every row of `order_item`', verdict: null }],
    grading: { kind: 'idle' },
    hintsShown: 0,
    transaction: 'idle',
    losesWork: false,
    isPassed: status === 'passed',
    hasEarlierRuns: false,
    solutionSeen: false,
    ...more,
  };
}

function nothing(): void {}

const actions: LessonActions = {
  onRunTry: nothing,
  onAnswerQuiz: nothing,
  onPutIntoEditor: nothing,
  onCheck: nothing,
  onShowHint: nothing,
  onShowSolution: nothing,
  onOpenStep: nothing,
  onGoOn: nothing,
  onOpenLab: nothing,
  onOpenTableLab: nothing,
  onPutIntoLab: nothing,
  onResetLesson: nothing,
  onChangeLimit: nothing,
};

function Link({ lessonId, children }: LessonLinkProps) {
  return <a href={`/${lessonId}`}>{children}</a>;
}

const next = { id: 'normal-forms/3nf', title: 'Facts about facts', summary: 'Cities.', minutes: 9, steps: [] };

function show(...steps: StepState[]): string {
  return renderToStaticMarkup(
    <LessonArticle
      lesson={lesson}
      place={{ trackTitle: 'Normal forms', number: 3, count: 5, next, isTrackFinished: false }}
      introduction={untouched}
      steps={steps}
      actions={actions}
      Link={Link}
    />,
  );
}

const firstVisit = [state('current'), state('ahead'), state('ahead'), state('ahead')];
const atSplit = [state('passed'), state('passed'), state('current'), state('ahead')];

describe('a lesson without any script', () => {
  const html = show(...firstVisit);

  it('can be read from the introduction to the last step', () => {
    for (const words of ['the introduction', 'look', 'split', 'prove']) expect(html).toContain(`Prose of ${words}.`);
  });

  it('says what each step will ask for', () => {
    expect(html.match(/keep every row of <code[^>]*>order_item<\/code>/g)).toHaveLength(2);
  });

  it('gives every step a heading that a link can lead to', () => {
    for (const { id } of lesson.steps) expect(html).toContain(`<h2 id="${id}"`);
  });

  it('leads to the next lesson by a real link', () => {
    expect(html).toContain('<a href="/normal-forms/3nf">Facts about facts</a>');
  });

  it('gives away no hint, no reason of a quiz and no solution', () => {
    expect(html).not.toMatch(/The hint\.|It follows the product\./);
  });

  it('is the same each time', () => {
    expect(show(...firstVisit)).toBe(html);
  });
});

describe('a step that has to be read', () => {
  it('is left for the next one by going on', () => {
    expect(show(...firstVisit)).toMatch(/<a[^>]* href="#think"[^>]*>Go on<\/a>/);
  });
});

describe('the goal of the current step', () => {
  it('shows why a check does not hold', () => {
    const verdict = { ok: false, message: 'Two rows of `order_item` are lost.' };
    const failed = state('current', { checks: [{ id: 'rows', description: 'keep every row', verdict }] });
    const html = show(state('passed'), state('passed'), failed, state('ahead'));
    expect(html).toMatch(/Two rows of <code[^>]*>order_item<\/code> are lost\./);
    expect(html).toContain('0 of 1');
  });

  it('reveals as many hints as were asked for', () => {
    const asked = state('current', { hintsShown: 1 });
    expect(show(state('passed'), state('passed'), asked, state('ahead'))).toContain('The hint.');
  });

  it('offers to check only where the learner stands', () => {
    expect(show(...atSplit).match(/>Check</g)).toHaveLength(1);
  });
});

describe('a passed step', () => {
  it('leads on to the next heading', () => {
    const html = show(state('passed'), state('passed'), state('passed'), state('current'));
    expect(html).toMatch(/<a[^>]* href="#prove"[^>]*>Next step<\/a>/);
  });

  it('leads to the end of the lesson when it is the last', () => {
    const html = show(...lesson.steps.map(() => state('passed')));
    expect(html).toMatch(/<a[^>]* href="#lesson-end"[^>]*>Finish<\/a>/);
    expect(html).toContain('Lesson finished');
  });
});
