import type { SliceContext } from './app-state.ts';

/** Something the learner should know and can put away: what happened, what was kept, what to do. */
export interface PageNotice {
  readonly id: string;
  readonly tone: 'calm' | 'warning';
  readonly text: string;
  /** What can be done about it, each behind a button of its own. */
  readonly actions?: readonly NoticeAction[];
}

export interface NoticeAction {
  readonly label: string;
  readonly onAct: () => void;
}

export interface NoticeSlice {
  readonly notices: readonly PageNotice[];
  /** A second notice with the same id takes the first one's place. */
  readonly notify: (notice: PageNotice) => void;
  readonly dismissNotice: (id: string) => void;
}

export function createNoticeSlice({ set, services }: SliceContext): NoticeSlice {
  return {
    notices: services.storage.isLasting
      ? []
      : [
          {
            id: 'storage',
            tone: 'warning',
            text: 'This browser keeps nothing for this site (a private window, or storage is blocked). Everything works, but your progress and your SQL are gone when you close the page.',
          },
        ],
    notify: (notice) => set(({ notices }) => ({ notices: [...notices.filter(({ id }) => id !== notice.id), notice] })),
    dismissNotice: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  };
}
