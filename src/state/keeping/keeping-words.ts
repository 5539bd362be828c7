import { failureText, keptAfterRestart } from '#core/engine/failure-text.ts';
import type { SliceContext } from '#state/app-state.ts';
import type { FoundKept } from './kept-lesson.ts';
import type { FoundLesson } from './lesson-keeper.ts';
import type { NoticeAction } from '#state/notice-slice.ts';
import type { ShelfEvent } from '#state/services.ts';

/** The notices that are about the lesson that is open, and go with it. */
export const lessonNotices = ['recovered', 'found', 'other-tab', 'not-saved'] as const;

type LessonNotice = (typeof lessonNotices)[number];

/** Tells the learner what becomes of their database. */
export function listenToSession(context: SliceContext): void {
  const { get, set, session } = context;
  session.listen({
    onRestarting: (isRestarting) => set({ isRestarting }),
    onRecovery: (failure) => {
      // What was stopped says so itself, where its results would stand.
      if (failure.kind !== 'stopped')
        say(context, 'recovered', 'warning', `${failureText(failure)} ${keptAfterRestart}`);
      set({ transaction: 'idle' });
      void get().refreshCatalog();
    },
    onSaving: () => set({ databaseStorage: 'saving' }),
    onShelf: (event) => sayShelf(context, event),
    circumstances: () => ({ transaction: get().transaction, lastRunText: get().lastRunText }),
  });
}

function sayShelf(context: SliceContext, event: ShelfEvent): void {
  switch (event.kind) {
    case 'saved':
      context.set({ databaseStorage: 'saved' });
      context.get().dismissNotice('not-saved');
      break;
    case 'not-saved':
      context.set({ databaseStorage: 'not-saved' });
      say(context, 'not-saved', 'warning', notSavedText(event), [
        { label: 'Download the database', onAct: () => void context.get().downloadDatabase('directory') },
      ]);
      break;
    case 'taken-over':
      context.set({ databaseStorage: 'not-saved' });
      say(
        context,
        'other-tab',
        'warning',
        'This lesson was taken over by another tab. What you do here from now on is kept only until you close this tab.',
        [{ label: 'Take it back', onAct: () => void context.get().takeOver() }],
      );
      break;
  }
}

function notSavedText({ reason, message }: Extract<ShelfEvent, { kind: 'not-saved' }>): string {
  const why =
    reason === 'full'
      ? 'Your browser’s storage for this site is full'
      : `Your browser’s storage could not be written (${message})`;
  return `${why}: your tables are kept only until you close the page. Everything goes on working. Download the database to be sure of it, or free some space: the next statement tries again.`;
}

export function sayOtherTab(context: SliceContext): void {
  context.set({ databaseStorage: 'not-saved' });
  say(
    context,
    'other-tab',
    'warning',
    context.session.lesson === null
      ? 'This lesson is open in another tab. What you do here is kept only until you close this tab.'
      : 'This lesson is open in another tab. You have a copy of its tables here, which is kept only until you close this tab.',
    [{ label: 'Take over', onAct: () => void context.get().takeOver() }],
  );
}

interface FoundCircumstances {
  /** Where the tables are built anew for, if they are. */
  readonly stepIndex: number;
  readonly hasWorkedBefore: boolean;
  readonly isOfThisLesson: boolean;
}

/** Says what of an earlier visit is there, where that is not simply all of it. */
export function sayFound(
  context: SliceContext,
  { condition, kept }: FoundLesson,
  circumstances: FoundCircumstances,
): void {
  const { isOfThisLesson } = circumstances;
  const text = kept === null ? rebuiltText(condition, circumstances) : keptText(condition, kept, isOfThisLesson);
  if (text !== null) say(context, 'found', condition === 'sound' && isOfThisLesson ? 'calm' : 'warning', text);
}

function rebuiltText(
  condition: FoundLesson['condition'],
  { stepIndex, hasWorkedBefore }: FoundCircumstances,
): string | null {
  if (!hasWorkedBefore && condition !== 'unreadable') return null;
  const from =
    stepIndex === 0 ? 'as the lesson begins' : `by the lesson’s own answers to the steps before step ${stepIndex + 1}`;
  const why = condition === 'unreadable' ? 'What this browser had kept of your tables is damaged. ' : 'Welcome back. ';
  return `${why}Your tables are built anew, ${from}; what you ran is in History.`;
}

function keptText(
  condition: FoundLesson['condition'],
  { transaction, salvagedFrom }: FoundKept,
  isOfThisLesson: boolean,
): string | null {
  const sentences = [
    ...(condition === 'fell-back'
      ? [
          `The last thing that was stored is damaged: your tables are as ${salvagedFrom === 'opening' ? 'this step found them' : 'they were stored right before it'}.`,
        ]
      : []),
    ...(transaction !== 'idle' ? ['The transaction that was open when the page closed was rolled back.'] : []),
    ...(isOfThisLesson
      ? []
      : ['The lesson has changed since you were here. Your tables are as you left them; Reset leads to the new ones.']),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

function say(
  { get }: Pick<SliceContext, 'get'>,
  id: LessonNotice,
  tone: 'calm' | 'warning',
  text: string,
  actions: readonly NoticeAction[] = [],
): void {
  get().notify({ id, tone, text, actions });
}
