import { useCallback, useEffect, useState } from 'react';
import { labOf } from '#content/grade-labs.ts';
import { needsDatabase } from '#content/needs-database.ts';
import type { Lab } from '#content/lesson.ts';
import { labBeside } from '#state/labs/lab-beside.ts';
import { openLessonOf } from '#state/lesson-slice.ts';
import { useAppStore } from '#state/use-app-store.ts';

export interface LessonLab {
  /** The lab that belongs beside the step at hand, or null. */
  readonly lab: Lab | null;
  /** The learner can write SQL here too. */
  readonly hasSql: boolean;
  readonly bench: 'lab' | 'sql';
  readonly showBench: (bench: 'lab' | 'sql') => void;
  readonly chooseLab: (labId: string) => void;
}

/** Which lab stands beside the lesson: the one that was asked for, until the learner goes to another step. */
export function useLessonLab(): LessonLab {
  const lesson = useAppStore(openLessonOf);
  const bundle = useAppStore((state) => (state.lesson.kind === 'open' ? state.lesson.bundle : null));
  const currentStep = useAppStore((state) => state.currentStep);
  const [chosen, setChosen] = useState<{ readonly step: number; readonly labId: string } | null>(null);
  const [switched, setSwitched] = useState<{ readonly step: number; readonly bench: 'lab' | 'sql' } | null>(null);
  const openLessonLab = useAppStore((state) => state.openLessonLab);
  const closeLab = useAppStore((state) => state.closeLab);

  const hasSql = bundle === null || needsDatabase(bundle);
  const asked = chosen?.step === currentStep && lesson !== null ? labOf(lesson, chosen.labId) : null;
  const lab = asked ?? (lesson === null ? null : labBeside(lesson, currentStep, !hasSql));
  const lessonId = lesson?.id ?? null;

  useEffect(() => {
    if (lessonId === null || lab === null) return undefined;
    openLessonLab(lessonId, lab);
    return closeLab;
  }, [openLessonLab, closeLab, lessonId, lab]);

  const usual = lab === null ? 'sql' : 'lab';
  return {
    lab,
    hasSql,
    bench: lab !== null && switched?.step === currentStep ? switched.bench : usual,
    showBench: useCallback((bench) => setSwitched({ step: currentStep, bench }), [currentStep]),
    chooseLab: useCallback(
      (labId) => {
        setChosen({ step: currentStep, labId });
        setSwitched({ step: currentStep, bench: 'lab' });
      },
      [currentStep],
    ),
  };
}
