import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { addressWords, readLabAddress } from '#content/labs/lab-address.ts';
import type { LabCard } from '#content/labs/lab-card.ts';
import { checkValues, exampleValues } from '#content/labs/lab-values.ts';
import type { LabOpening } from '#state/labs/open-lab.ts';
import { useAppStore } from '#state/use-app-store.ts';
import { labQuery } from './lab-query.ts';

/** While something is dragged the address waits: browsers allow only so many changes. Parameters wait less than moments. */
const restMs = { moment: 400, parameter: 60 };

/**
 * Opens the lab that the address describes, and keeps the address at what the lab has become, so that it can be shared,
 * reloaded and come back to. An address that is given from outside is read again.
 */
export function useLabAddress(card: LabCard): void {
  const [params, setParams] = useSearchParams();
  const lab = useAppStore((state) => state.lab);
  const openLab = useAppStore((state) => state.openLab);
  const closeLab = useAppStore((state) => state.closeLab);
  /** What was last read or written here. */
  const known = useRef<string | null>(null);
  const asked = params.toString();
  const shown = lab === null || lab.moment === null ? null : labQuery(lab);
  const isMomentAlone = shown !== null && withoutMoment(shown) === withoutMoment(asked);
  const isPlaying = lab?.isPlaying === true;

  useEffect(
    () => () => {
      known.current = null;
      closeLab();
    },
    [closeLab],
  );

  useEffect(() => {
    if (known.current === asked) return;
    known.current = asked;
    openLab(readOpening(card, asked));
  }, [asked, card, openLab]);

  useEffect(() => {
    // While it plays the moment would run behind.
    if (shown === null || shown === known.current || (isMomentAlone && isPlaying)) return undefined;
    const timer = setTimeout(
      () => {
        known.current = shown;
        setParams(shown, { replace: true, preventScrollReset: true });
      },
      // While it plays there is no rest to wait for.
      isMomentAlone ? restMs.moment : isPlaying ? 0 : restMs.parameter,
    );
    return () => clearTimeout(timer);
  }, [shown, isMomentAlone, isPlaying, setParams]);
}

function withoutMoment(query: string): string {
  const params = new URLSearchParams(query);
  params.delete(addressWords.at);
  return params.toString();
}

/** What cannot be taken is said at its field, which has its usual value instead. */
function readOpening(card: LabCard, text: string): LabOpening {
  const { address, problems } = readLabAddress(card, new URLSearchParams(text));
  const example = exampleValues(card);
  const isPossible = checkValues(card, address.values).problems.length === 0;
  return {
    kind: card.kind,
    place: { kind: 'own' },
    initial: example,
    values: isPossible ? address.values : example,
    problems: problems.filter(({ path }) => path !== addressWords.seed),
    controls: card.fields.map(({ path }) => path),
    seed: address.seed,
    seedProblem: problems.find(({ path }) => path === addressWords.seed)?.message ?? null,
    at: address.at,
    fork: address.fork,
  };
}
