import type { LabCard, LabValues } from '#content/labs/lab-card.ts';
import { labCards } from '#content/labs/lab-cards.ts';
import { checkValues, readSeed } from '#content/labs/lab-values.ts';
import type { Lab } from '#content/lesson.ts';
import { isSameData } from '#core/shared/same-data.ts';
import type { SliceContext } from '#state/app-state.ts';
import { LabWork } from './lab-work.ts';
import { writtenValues, type LabOpening, type OpenLab } from './open-lab.ts';

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
  readonly setLabSeed: (text: string) => void;
  /** Back to what the lab opened with; of a fork, to what its run has. */
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
  /** Computes what was lost once more, with everything as the learner has set it. */
  readonly recomputeLab: () => void;
  /** Ends the computing; what there is stays. */
  readonly stopLabRun: () => void;
}

export function createLabSlice(context: SliceContext): LabSlice {
  const { set, get } = context;
  const work = new LabWork(context);

  return {
    lab: null,

    openLab: ({ kind, at, fork, ...opening }) => {
      const card = labCards.get(kind);
      if (card === undefined) throw new Error(`There is no lab ${kind}.`);
      set({
        lab: {
          ...opening,
          card,
          asked: {},
          run: { kind: 'running', progress: 0, summary: null },
          moment: null,
          isPlaying: false,
          speed: 1,
          note: null,
          fork: null,
        },
        sweep: { kind: 'none' },
      });
      void work.run(at, fork);
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
      work.dropFork();
      work.take(kept);
    },

    closeLab: () => {
      get().stopSweep();
      work.close();
      set({ lab: null });
    },

    setLabValue: (path, value) => {
      const lab = get().lab;
      if (lab === null) return;
      const wanted = { ...writtenValues(lab), [path]: value };
      const { values, problems } = checkValues(lab.card, wanted);
      if (problems.length > 0) work.change({ problems, asked: textsOf(lab.card, wanted) });
      else work.take(values);
    },

    setLabSeed: (text) => {
      const seed = readSeed(text);
      if (!seed.ok) return work.change({ seedProblem: seed.error });
      work.change({ seed: seed.value, seedProblem: null, isPlaying: false });
      void work.run();
    },

    resetLab: () => {
      const lab = get().lab;
      if (lab === null) return;
      work.change({ seedProblem: null });
      // Two futures that are one again, but still two.
      work.take(lab.fork === null ? lab.initial : lab.values);
    },

    seekLab: (index) => work.seek({ index }),
    seekLabTime: (timeMs) => work.seek({ timeMs }),
    stepLab: (by) => {
      work.pause();
      const moment = get().lab?.moment;
      if (moment != null) work.seek({ index: Math.max(0, moment.index + by) });
    },

    jumpLab: async (kind, direction) => {
      work.pause();
      const lab = get().lab;
      if (lab === null || lab.moment === null) return;
      const found = await work.find(kind, lab.moment.index, direction);
      if (found !== null) return work.seek({ index: found });
      const label = lab.card.events.find((event) => event.kind === kind)?.label ?? kind;
      work.change({ note: `${direction === 'forwards' ? 'After' : 'Before'} this moment there is no “${label}”.` });
    },

    playLab: () => {
      const lab = get().lab;
      if (lab === null) return;
      const isAtEnd = lab.moment !== null && lab.moment.index >= (lab.run.summary?.length ?? 0);
      if (isAtEnd) work.seek({ index: 0 });
      work.play(isAtEnd ? 0 : (lab.moment?.timeMs ?? 0));
    },
    pauseLab: () => work.pause(),
    advanceLab: (byMs) => work.advance(byMs),
    setLabSpeed: (speed) => work.change({ speed }),

    forkLab: () => {
      const lab = get().lab;
      if (lab === null || lab.moment === null) return;
      work.pause();
      void work.fork(lab.moment.index, lab.values);
    },
    dropFork: () => work.dropFork(),
    adoptFork: () => {
      const values = get().lab?.fork?.values;
      if (values === undefined) return;
      work.dropFork();
      work.take(values);
    },

    recomputeLab: () => {
      const { run, fork } = get().lab ?? {};
      const again = fork == null ? null : { at: fork.index, values: fork.values };
      if (run?.kind === 'lost') {
        work.dropFork();
        void work.run(null, again);
      } else if (again !== null) {
        void work.fork(again.at, again.values);
      }
    },
    stopLabRun: () => work.stop(),
  };
}

/** A sentence that is half changed is not thrown away as a slider's place is. */
function textsOf({ fields }: LabCard, values: LabValues): LabValues {
  const texts = fields.filter(({ kind }) => kind === 'text').map(({ path }) => path);
  return Object.fromEntries(Object.entries(values).filter(([path]) => texts.includes(path)));
}
