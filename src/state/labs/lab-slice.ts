import { labCards } from '#content/labs/lab-cards.ts';
import type { LabValues } from '#content/labs/lab-card.ts';
import type { Lab } from '#content/lesson.ts';
import { checkValues, readSeed } from '#content/labs/lab-values.ts';
import { isSameData } from '#core/shared/same-data.ts';
import type { SliceContext } from '#state/app-state.ts';
import { LabSession } from './lab-session.ts';
import { movedValues, type LabOpening, type OpenLab } from './open-lab.ts';
import { readableSpeed } from './play-speed.ts';

export interface LabSlice {
  /** The lab that is open; one at a time. */
  readonly lab: OpenLab | null;
  readonly openLab: (opening: LabOpening) => void;
  /** The same for a lab of a lesson, as the learner left it. */
  readonly openLessonLab: (lessonId: string, lab: Lab) => void;
  /** Takes over what the lesson has kept for the lab that is open: a solution that was put into it. */
  readonly takeKeptValues: () => void;
  readonly closeLab: () => void;
  /** Sets one parameter, of the fork while there is one. What is not allowed is said at its field and changes nothing. */
  readonly setLabValue: (path: string, value: number | string) => void;
  /** Sets many at once: an answer that is shown, or a point of a curve. */
  readonly putLabValues: (values: LabValues) => void;
  readonly setLabSeed: (text: string) => void;
  /** Back to what the lab opened with. */
  readonly resetLab: () => void;
  readonly seekLab: (index: number) => void;
  readonly seekLabTime: (timeMs: number) => void;
  readonly stepLab: (by: number) => void;
  /** Goes to the next moment, or the one before, that an event of this kind led to. */
  readonly jumpLab: (kind: string, direction: 'forwards' | 'backwards') => Promise<void>;
  readonly playLab: () => void;
  readonly pauseLab: () => void;
  /** Plays so many simulated milliseconds; false at the end. */
  readonly advanceLab: (byMs: number) => boolean;
  readonly setLabSpeed: (speed: number) => void;
  /** Another future from the moment that is looked at. */
  readonly forkLab: () => void;
  readonly dropFork: () => void;
  /** Makes the fork's values those of the whole run. */
  readonly adoptFork: () => void;
  /** Ends the computing; what there is stays. */
  readonly stopLabRun: () => void;
}

export function createLabSlice({ set, get, services }: SliceContext): LabSlice {
  /** Where playing has come to: between two events it is later than the moment that is looked at. */
  let playedToMs: number | null = null;

  const change = (part: Partial<OpenLab>): void => set(({ lab }) => (lab === null ? {} : { lab: { ...lab, ...part } }));

  const session = new LabSession({
    onRun: (run) => set(({ lab }) => (lab === null ? {} : { lab: { ...lab, run: run(lab.run.summary) } })),
    onForkRun: (next) =>
      set(({ lab }) => {
        if (lab?.fork == null) return {};
        const run = next(lab.fork.run.summary);
        return { lab: { ...lab, fork: { ...lab.fork, run, timeMs: run.summary?.startMs ?? lab.fork.timeMs } } };
      }),
    onMoment: (moment, forkMoment) =>
      set(({ lab }) =>
        lab === null
          ? {}
          : { lab: { ...lab, moment, fork: lab.fork === null ? null : { ...lab.fork, moment: forkMoment } } },
      ),
  });

  /** Computes the lab anew with the values that it has now, and looks where it was looked before. */
  const run = async (at: number | null, fork: LabOpening['fork'] = null): Promise<void> => {
    const lab = get().lab;
    if (lab === null) return;
    const { card, values, seed } = lab;
    const lookedAtMs = lab.moment?.timeMs ?? null;
    playedToMs = null;
    change({ fork: null, note: null });
    const followed = session.follow(services.simulator.begin({ kind: card.kind, values, seed }));
    if (at !== null) session.show({ index: at });
    else if (lookedAtMs !== null) session.show({ timeMs: lookedAtMs });
    if (!(await followed)) return;
    const ended = get().lab?.run;
    if (ended?.kind !== 'ended') return;
    const { summary } = ended;
    if (at === null && lookedAtMs === null) {
      change({ speed: readableSpeed(summary) });
      session.show({ index: Math.floor(summary.length / 2) });
    } else if (at !== null) {
      change({ speed: readableSpeed(summary) });
      session.show({ index: at });
    } else {
      session.show({ timeMs: lookedAtMs ?? 0 });
    }
    if (fork !== null) await forkAt(fork.at, fork.values);
    // What was cut off has not measured what was asked.
    if (lab.place.kind === 'lesson' && summary.status.kind === 'complete') {
      get().labMeasured(lab.place.labId, values, summary.metrics);
    }
  };

  /** Begins another future at a moment, or begins the one there is anew with other values. */
  const forkAt = async (index: number, values: LabValues): Promise<void> => {
    const forked = await session.fork(index, values);
    const lab = get().lab;
    if (forked === null || lab === null) return;
    if (!forked.ok) return change({ problems: forked.error });
    const before = lab.fork;
    change({
      problems: [],
      fork: {
        index,
        timeMs: before?.timeMs ?? lab.moment?.timeMs ?? 0,
        values,
        run: before?.run ?? { kind: 'running', progress: 0, summary: null },
        moment: before?.moment ?? null,
      },
    });
  };

  const take = (values: LabValues): void => {
    const lab = get().lab;
    if (lab === null) return;
    if (lab.fork !== null) {
      void forkAt(lab.fork.index, values);
      return;
    }
    change({ values, problems: [], isPlaying: false });
    if (lab.place.kind === 'lesson') get().keepLabValues(lab.place.lessonId, lab.place.labId, values);
    void run(null);
  };

  const pause = (): void => {
    playedToMs = null;
    change({ isPlaying: false });
  };

  const seek = (where: Parameters<LabSession['show']>[0]): void => {
    playedToMs = null;
    change({ note: null });
    session.show(where);
  };

  return {
    lab: null,

    openLab: ({ kind, at, fork, ...opening }) => {
      const card = labCards.get(kind);
      if (card === undefined) throw new Error(`There is no lab ${kind}.`);
      set({
        lab: {
          ...opening,
          card,
          run: { kind: 'running', progress: 0, summary: null },
          moment: null,
          isPlaying: false,
          speed: 1,
          note: null,
          fork: null,
        },
        sweep: { kind: 'none' },
      });
      void run(at, fork);
    },

    openLessonLab: (lessonId, lab) =>
      get().openLab({
        kind: lab.kind,
        place: { kind: 'lesson', lessonId, labId: lab.id },
        initial: lab.values,
        values: get().labValuesOf(lessonId, lab.id) ?? lab.values,
        problems: [],
        controls: lab.controls,
        seed: lab.seed,
        seedProblem: null,
        at: null,
        fork: null,
      }),

    takeKeptValues: () => {
      const lab = get().lab;
      if (lab?.place.kind !== 'lesson') return;
      const kept = get().labValuesOf(lab.place.lessonId, lab.place.labId);
      if (kept === null || isSameData(kept, lab.values)) return;
      session.dropFork();
      change({ fork: null });
      take(kept);
    },

    closeLab: () => {
      get().stopSweep();
      session.close();
      set({ lab: null });
    },

    setLabValue: (path, value) => {
      const lab = get().lab;
      if (lab === null) return;
      const { values, problems } = checkValues(lab.card, { ...movedValues(lab), [path]: value });
      if (problems.length > 0) return change({ problems });
      take(values);
    },

    putLabValues: (wanted) => {
      const lab = get().lab;
      if (lab === null) return;
      const { values, problems } = checkValues(lab.card, { ...movedValues(lab), ...wanted });
      if (problems.length > 0) return change({ problems });
      take(values);
    },

    setLabSeed: (text) => {
      const seed = readSeed(text);
      if (!seed.ok) return change({ seedProblem: seed.error });
      change({ seed: seed.value, seedProblem: null, isPlaying: false });
      void run(null);
    },

    resetLab: () => {
      const lab = get().lab;
      if (lab === null) return;
      change({ values: lab.initial, problems: [], seedProblem: null, fork: null, isPlaying: false, moment: null });
      void run(null);
    },

    seekLab: (index) => seek({ index }),
    seekLabTime: (timeMs) => seek({ timeMs }),
    stepLab: (by) => {
      pause();
      const moment = get().lab?.moment;
      if (moment !== null && moment !== undefined) seek({ index: Math.max(0, moment.index + by) });
    },

    jumpLab: async (kind, direction) => {
      pause();
      const lab = get().lab;
      if (lab === null || lab.moment === null) return;
      const found = await session.find([kind], lab.moment.index, direction);
      if (found !== null) return seek({ index: found });
      const label = lab.card.events.find((event) => event.kind === kind)?.label ?? kind;
      change({ note: `${direction === 'forwards' ? 'After' : 'Before'} this moment there is no “${label}”.` });
    },

    playLab: () => {
      const lab = get().lab;
      if (lab === null) return;
      const isAtEnd = lab.moment !== null && lab.moment.index >= (lab.run.summary?.length ?? 0);
      if (isAtEnd) seek({ index: 0 });
      playedToMs = isAtEnd ? 0 : (lab.moment?.timeMs ?? 0);
      change({ isPlaying: true });
    },
    pauseLab: pause,

    advanceLab: (byMs) => {
      const lab = get().lab;
      if (lab === null || !lab.isPlaying) return false;
      const endMs = lab.run.summary?.reachedMs ?? 0;
      playedToMs = Math.min((playedToMs ?? lab.moment?.timeMs ?? 0) + byMs, endMs);
      session.show({ timeMs: playedToMs });
      // While it is computed the end moves on.
      return playedToMs < endMs || lab.run.kind === 'running';
    },

    setLabSpeed: (speed) => change({ speed }),

    forkLab: () => {
      const moment = get().lab?.moment;
      const lab = get().lab;
      if (lab === null || moment === null || moment === undefined) return;
      pause();
      void forkAt(moment.index, lab.values);
    },

    dropFork: () => {
      session.dropFork();
      change({ fork: null, problems: [] });
    },

    adoptFork: () => {
      const fork = get().lab?.fork;
      if (fork === null || fork === undefined) return;
      session.dropFork();
      change({ fork: null });
      take(fork.values);
    },

    stopLabRun: () => session.stop(),
  };
}
